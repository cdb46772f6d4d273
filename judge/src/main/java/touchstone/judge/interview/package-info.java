/// A whole interview: its blueprint, its rubric, and the score that comes of all its items with the evidence.
@NullMarked
package touchstone.judge.interview;

import org.jspecify.annotations.NullMarked;

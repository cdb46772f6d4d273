/// What is said about many scores at once, with honesty about small numbers.
@NullMarked
package touchstone.judge.statistics;

import org.jspecify.annotations.NullMarked;

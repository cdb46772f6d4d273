@NullMarked
package touchstone.judge.score;

import org.jspecify.annotations.NullMarked;

@NullMarked
package touchstone.judge.compile;

import org.jspecify.annotations.NullMarked;

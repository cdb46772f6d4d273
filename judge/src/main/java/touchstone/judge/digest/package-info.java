@NullMarked
package touchstone.judge.digest;

import org.jspecify.annotations.NullMarked;

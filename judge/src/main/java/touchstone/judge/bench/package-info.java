@NullMarked
package touchstone.judge.bench;

import org.jspecify.annotations.NullMarked;

@NullMarked
package touchstone.judge.run;

import org.jspecify.annotations.NullMarked;

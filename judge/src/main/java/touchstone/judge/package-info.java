@NullMarked
package touchstone.judge;

import org.jspecify.annotations.NullMarked;

@NullMarked
package touchstone.sandbox.wire;

import org.jspecify.annotations.NullMarked;

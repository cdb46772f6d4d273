@NullMarked
package touchstone.sandbox.worker;

import org.jspecify.annotations.NullMarked;

@NullMarked
package touchstone.sandbox.backend;

import org.jspecify.annotations.NullMarked;

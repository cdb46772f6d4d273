@NullMarked
package touchstone.sandbox.compiler;

import org.jspecify.annotations.NullMarked;

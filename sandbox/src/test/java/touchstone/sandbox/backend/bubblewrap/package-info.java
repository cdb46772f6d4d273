@NullMarked
package touchstone.sandbox.backend.bubblewrap;

import org.jspecify.annotations.NullMarked;

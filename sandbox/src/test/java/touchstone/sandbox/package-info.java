@NullMarked
package touchstone.sandbox;

import org.jspecify.annotations.NullMarked;

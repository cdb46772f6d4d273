@NullMarked
package touchstone.exercises;

import org.jspecify.annotations.NullMarked;

/// Units of quantities: which there are, how people write them, and how they convert.
@NullMarked
package touchstone.judge.unit;

import org.jspecify.annotations.NullMarked;

@NullMarked
package touchstone.judge.exercise;

import org.jspecify.annotations.NullMarked;

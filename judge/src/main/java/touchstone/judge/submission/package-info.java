@NullMarked
package touchstone.judge.submission;

import org.jspecify.annotations.NullMarked;

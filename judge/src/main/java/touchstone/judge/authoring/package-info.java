@NullMarked
package touchstone.judge.authoring;

import org.jspecify.annotations.NullMarked;

@NullMarked
package touchstone.judge.cli;

import org.jspecify.annotations.NullMarked;

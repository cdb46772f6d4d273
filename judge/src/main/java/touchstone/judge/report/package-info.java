@NullMarked
package touchstone.judge.report;

import org.jspecify.annotations.NullMarked;

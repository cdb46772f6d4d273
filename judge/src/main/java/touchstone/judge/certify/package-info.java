@NullMarked
package touchstone.judge.certify;

import org.jspecify.annotations.NullMarked;

/// Where candidates write code: the compiler's messages as they type, sample tests, handing in, and what the judge
/// found, as far as they may know it.
@NullMarked
package touchstone.web.workspace;

import org.jspecify.annotations.NullMarked;

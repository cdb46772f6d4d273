/// The library as authors see it: statements, suites, keys, certificates.
@NullMarked
package touchstone.web.author;

import org.jspecify.annotations.NullMarked;

/// A real site on a free port with a real database, and visitors who speak HTTP to it.
@NullMarked
package touchstone.web.testing;

import org.jspecify.annotations.NullMarked;

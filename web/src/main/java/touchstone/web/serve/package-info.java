/// The commands of the web application, and the server that wires its parts.
@NullMarked
package touchstone.web.serve;

import org.jspecify.annotations.NullMarked;

/// Boxes made with bubblewrap: fresh namespaces for everything, a read-only
/// image as root, limits, and the filter of system calls. As root every box also
/// runs as a user of its own.
@NullMarked
package touchstone.sandbox.backend.bubblewrap;

import org.jspecify.annotations.NullMarked;

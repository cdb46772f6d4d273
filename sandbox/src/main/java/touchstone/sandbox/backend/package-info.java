/// What every way of isolating needs: the root file system that a box sees, the
/// flags of the JVM in it, and the filter of its system calls.
@NullMarked
package touchstone.sandbox.backend;

import org.jspecify.annotations.NullMarked;

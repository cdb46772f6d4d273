/// What the tests of sandboxes put into a box.
@NullMarked
package touchstone.sandbox.probe;

import org.jspecify.annotations.NullMarked;

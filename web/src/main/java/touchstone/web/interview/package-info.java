/// Interviews: made from blueprints, adjusted, and candidates invited to them.
@NullMarked
package touchstone.web.interview;

import org.jspecify.annotations.NullMarked;

/// What interviews are made of, as the web sees it: exercises, questions, blueprints and rubric, and the plan of an
/// interview.
@NullMarked
package touchstone.web.library;

import org.jspecify.annotations.NullMarked;

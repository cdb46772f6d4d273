/// What counts: from rows of the store to the evidence, the score and the report of a candidate, and the answers
/// that wait for a person.
@NullMarked
package touchstone.web.grading;

import org.jspecify.annotations.NullMarked;

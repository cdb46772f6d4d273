/// Expressions of numbers: read strictly, written as Java, evaluated by Janino. A candidate's is evaluated in
/// a box like everything that candidates hand in; an author's, such as a key, in this JVM.
@NullMarked
package touchstone.judge.formula;

import org.jspecify.annotations.NullMarked;

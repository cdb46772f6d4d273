/// Marks answers to questions: pure functions of question, answer and seed, but for a formula's values, which
/// come from its evaluator.
@NullMarked
package touchstone.judge.answer;

import org.jspecify.annotations.NullMarked;

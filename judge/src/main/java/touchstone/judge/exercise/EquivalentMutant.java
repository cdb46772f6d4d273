package touchstone.judge.exercise;

/// A mutant of an accepted submission that behaves as the submission does, so that no test can kill it.
///
/// @param submission folder and file, such as `accepted/quick-select.java`
/// @param code the mutated line of its source, without its margin
/// @param change what was changed there, in the words of the engine
/// @param reason why that makes no difference
/// @param line of exercise.yaml on which it stands
public record EquivalentMutant(String submission, String code, String change, String reason, int line) {}

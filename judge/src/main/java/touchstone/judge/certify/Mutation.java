package touchstone.judge.certify;

/// A small change to an accepted submission, and whether the suite noticed it.
///
/// @param submission folder and file, such as `accepted/quick-select.java`
/// @param line of its source, from 1
/// @param code that line, without its margin
/// @param change in the words of the engine that made it
/// @param detail the first test that failed, or the reason why none can
public record Mutation(String submission, int line, String code, String change, Fate fate, String detail) {
    public enum Fate {
        /// A test fails.
        KILLED,
        /// No test can fail, for it behaves as before; a person says why.
        EQUIVALENT,
        /// No test fails, and nobody says why.
        SURVIVED
    }

    Mutation as(Fate other, String why) {
        return new Mutation(submission, line, code, change, other, why);
    }
}

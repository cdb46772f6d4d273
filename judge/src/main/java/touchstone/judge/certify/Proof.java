package touchstone.judge.certify;

/// One thing that was to be proven about an exercise.
///
/// @param subject the file or the probe it is about
/// @param detail what was found instead, empty if it holds
public record Proof(String exercise, Kind kind, String subject, String detail) {
    public boolean holds() {
        return detail.isEmpty();
    }

    public enum Kind {
        /// The folder is complete and its suite compiles and keeps the rules.
        FOLDER,
        /// A sample submission gets the verdict of the folder it lies in.
        SAMPLE,
        /// The starter compiles and scores low.
        STARTER,
        /// An accepted submission is accepted whatever the random inputs are.
        SEEDS,
        /// A hostile return value is neither accepted nor our own failure.
        PROBE,
        /// Every small change to an accepted submission is noticed, or a person says why none can be.
        MUTANTS
    }
}

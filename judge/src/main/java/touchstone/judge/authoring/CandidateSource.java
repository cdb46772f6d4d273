package touchstone.judge.authoring;

/// Where [SuiteParameters] gets its parameters from: whoever runs a suite puts
/// one into the store of the launcher's session under this interface's name.
public interface CandidateSource {
    /// The interface that candidates implement.
    Class<?> contract();

    /// A new instance of the candidate's class for the test that is about to run,
    /// as the contract's type.
    Object candidate();

    /// Of the random input.
    long seed();

    /// Namespace of the store entry. A method, because a constant would
    /// be inlined into suites.
    static Object namespace() {
        return CandidateSource.class.getName();
    }
}

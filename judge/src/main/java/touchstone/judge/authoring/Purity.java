package touchstone.judge.authoring;

import java.util.Optional;

/// What the judge saw of a candidate's manners during the running test;
/// implemented by the invocation handler behind every candidate.
public interface Purity {
    /// The first call of this test that changed its arguments or gave one of them
    /// back, in words; empty if none did.
    Optional<String> violation();
}

package touchstone.judge.run;

import org.junit.platform.engine.CancellationToken;

/// How a run goes on.
///
/// @param whole whether past the first test that fails
/// @param stop ends it when cancelled
record Course(Progress progress, boolean whole, CancellationToken stop) {
    Course(Progress progress, boolean whole) {
        this(progress, whole, CancellationToken.create());
    }

    void failed() {
        if (!whole) {
            stop.cancel();
        }
    }
}

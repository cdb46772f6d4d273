package touchstone.judge.run;

import java.time.Duration;

/// The time of one submission: a limit for each call, and one for all of them
/// together that begins when this is made.
final class CallBudget {
    private final Duration call;
    private final long deadline;
    private final int deaths;
    private Duration slowest = Duration.ZERO;

    CallBudget(Duration call, Duration total, int deaths, long nanos) {
        this.call = call;
        this.deadline = nanos + total.toNanos();
        this.deaths = deaths;
    }

    int deaths() {
        return deaths;
    }

    boolean isSpent(long nanos) {
        return nanos - deadline >= 0;
    }

    /// For a call that begins now.
    Duration limit(long nanos) {
        var left = Duration.ofNanos(Math.max(1, deadline - nanos));
        return left.compareTo(call) < 0 ? left : call;
    }

    void note(Duration taken) {
        if (taken.compareTo(slowest) > 0) {
            slowest = taken;
        }
    }

    Duration slowest() {
        return slowest;
    }
}

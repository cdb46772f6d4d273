package touchstone.sandbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How one request to a worker ended. All of it is the submission's claim but for [Ended], which
/// rests on what the judge itself saw.
public sealed interface Outcome {
    /// The call came back.
    ///
    /// @param value of the type that the contract declares, records and arrays included
    /// @param argumentsChanged whether the worker saw that the submission changed its arguments
    /// @param resultShared whether the result shares an array with the arguments
    /// @param printed what the submission printed during this call, cut at the limit
    record Returned(@Nullable Object value, boolean argumentsChanged, boolean resultShared, String printed)
            implements Outcome {}

    /// The submission threw.
    ///
    /// @param types class names from the thrown class upwards, as far as `java.lang.Throwable`
    /// @param message cut and cleaned of control characters, empty if there was none
    /// @param trace frames of the submission's own code such as `Solution.prune:17`, innermost
    ///        first
    /// @param printed as in [Returned]
    record Threw(List<String> types, String message, List<String> trace, String printed) implements Outcome {
        public Threw {
            types = List.copyOf(types);
            trace = List.copyOf(trace);
        }

        /// A submission that cannot be run at all: no class of the right name, the contract not
        /// implemented, nothing to construct. The message says which, in the judge's own words.
        static Threw unfit(String message) {
            return new Threw(List.of(UNFIT), message, List.of(), "");
        }

        /// Whether it was the worker that refused the submission, before any of its code ran.
        public boolean isUnfit() {
            return types.getFirst().equals(UNFIT);
        }
    }

    /// No submission can define a class of this name.
    String UNFIT = "touchstone.Unfit";

    /// The worker is gone; whoever needs another call starts a new one.
    ///
    /// @param detail one sentence for people, without anything the submission wrote
    record Ended(Cause cause, String detail) implements Outcome {}

    /// Why a worker is gone.
    enum Cause {
        /// The process ended by itself: `System.exit`, a crash.
        DIED,
        /// Wall or CPU time was used up.
        TIME,
        /// Memory was used up, by the judge's own measurement.
        MEMORY,
        /// More was printed, or written to standard error, than allowed.
        OUTPUT,
        /// A value larger than the caps was returned.
        VALUE,
        /// Bytes that are no protocol, or a system call that the filter kills for.
        VIOLATION,
        /// SIGKILL came from neither the judge nor a limit: somebody's `kill -9`, or an exit code
        /// that looks like one. Worth one repetition; the second time it counts as DIED.
        KILLED
    }
}

package touchstone.judge.run;

import java.lang.reflect.Method;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import touchstone.sandbox.Outcome;
import touchstone.sandbox.Program;
import touchstone.sandbox.Usage;
import touchstone.sandbox.Worker;

/// Where a submission lives while it is tested: a boxed [Worker] for everybody
/// who is graded. See there for what the methods promise.
public interface Host extends AutoCloseable {
    Outcome load(Program program);

    Outcome construct();

    Outcome call(Method method, @Nullable Object[] arguments, Duration limit);

    Usage usage();

    @Override
    void close();

    /// Gives out a new host whenever a submission needs one.
    interface Supply {
        /// A host that nobody has used.
        Host take();
    }

    /// The host of everybody who is graded.
    ///
    /// @param last whether this attempt is not repeated, so that a kill from somewhere, which a
    ///         submission can imitate by its exit code, counts as a death
    static Host of(Worker worker, boolean last) {
        return new BoxedHost(worker, last);
    }
}

package touchstone.judge.run;

import java.lang.reflect.Method;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import touchstone.sandbox.Outcome;
import touchstone.sandbox.Outcome.Cause;
import touchstone.sandbox.Outcome.Ended;
import touchstone.sandbox.Program;
import touchstone.sandbox.Usage;
import touchstone.sandbox.Worker;

/// A worker as a host.
record BoxedHost(Worker worker, boolean last) implements Host {
    @Override
    public Outcome load(Program program) {
        return settle(worker.load(program));
    }

    @Override
    public Outcome construct() {
        return settle(worker.construct());
    }

    @Override
    public Outcome call(Method method, @Nullable Object[] arguments, Duration limit) {
        return settle(worker.call(method, arguments, limit));
    }

    @Override
    public Usage usage() {
        return worker.usage();
    }

    @Override
    public void close() {
        worker.close();
    }

    private Outcome settle(Outcome outcome) {
        return last && outcome instanceof Ended(Cause cause, var detail) && cause == Cause.KILLED
                ? new Ended(Cause.DIED, detail)
                : outcome;
    }
}

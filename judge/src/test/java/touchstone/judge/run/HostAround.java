package touchstone.judge.run;

import java.lang.reflect.Method;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import touchstone.sandbox.Outcome;
import touchstone.sandbox.Program;
import touchstone.sandbox.Usage;

/// A host that behaves like another one but for what a test overrides.
class HostAround implements Host {
    private final Host inner;

    HostAround(Host inner) {
        this.inner = inner;
    }

    @Override
    public Outcome load(Program program) {
        return inner.load(program);
    }

    @Override
    public Outcome construct() {
        return inner.construct();
    }

    @Override
    public Outcome call(Method method, @Nullable Object[] arguments, Duration limit) {
        return inner.call(method, arguments, limit);
    }

    @Override
    public Usage usage() {
        return inner.usage();
    }

    @Override
    public void close() {
        inner.close();
    }
}

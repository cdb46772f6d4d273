package touchstone.judge.run;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import touchstone.sandbox.Outcome;
import touchstone.sandbox.Outcome.Ended;
import touchstone.sandbox.Outcome.Returned;
import touchstone.sandbox.Program;
import touchstone.sandbox.Usage;
import touchstone.sandbox.Worker;

/// One worker for many programs, one after the other: several times cheaper than one for each, but what a program
/// leaves behind, the next one finds. For whoever tries an author's own classes, and never for a candidate's.
public final class SharedWorker implements AutoCloseable {
    /// Classes that were unloaded leave something behind after all.
    private static final int PROGRAMS_MAX = 200;

    private final Supplier<Worker> workers;
    private @Nullable Worker worker;
    private @Nullable Loaded loaded;
    private int programs;

    /// What the worker holds now.
    private record Loaded(Program program, Returned outcome) {}

    /// @param workers gives out workers that nobody has used
    public SharedWorker(Supplier<Worker> workers) {
        this.workers = workers;
    }

    /// Gives out hosts in the worker, which is replaced when it has ended. Only one of them may be in use.
    ///
    /// @param last as in [Host#of]
    public Host.Supply supply(boolean last) {
        return () -> take(last);
    }

    private Host take(boolean last) {
        if (programs == PROGRAMS_MAX) {
            close();
        }
        if (worker == null) {
            worker = workers.get();
            programs = 0;
        }
        programs++;
        return new Stay(Host.of(worker, last), worker.usage());
    }

    @Override
    public void close() {
        if (worker != null) {
            worker.close();
            worker = null;
            loaded = null;
        }
    }

    /// One program's time in the worker.
    private final class Stay implements Host {
        private final Host host;
        private final Usage before;

        Stay(Host host, Usage before) {
            this.host = host;
            this.before = before;
        }

        /// The same program again stays as it is, and what the JIT made of it: statics are not fresh then.
        @Override
        public Outcome load(Program program) {
            if (loaded != null && loaded.program.equals(program)) {
                return loaded.outcome;
            }
            loaded = null;
            var outcome = noted(host.load(program.followedByOthers()));
            if (outcome instanceof Returned returned) {
                loaded = new Loaded(program, returned);
            }
            return outcome;
        }

        @Override
        public Outcome construct() {
            return noted(host.construct());
        }

        @Override
        public Outcome call(Method method, @Nullable Object[] arguments, Duration limit) {
            return noted(host.call(method, arguments, limit));
        }

        private Outcome noted(Outcome outcome) {
            if (outcome instanceof Ended) {
                SharedWorker.this.close();
            }
            return outcome;
        }

        @Override
        public Usage usage() {
            var now = host.usage();
            return new Usage(now.cpu().minus(before.cpu()), now.peakMemory());
        }

        @Override
        public void close() {
            // the next program may come
        }
    }
}

package touchstone.judge.run;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import touchstone.judge.authoring.CandidateSource;
import touchstone.judge.authoring.Notation;
import touchstone.judge.authoring.Purity;
import touchstone.sandbox.Outcome;
import touchstone.sandbox.Outcome.Ended;
import touchstone.sandbox.Outcome.Returned;
import touchstone.sandbox.Outcome.Threw;
import touchstone.sandbox.Program;
import touchstone.sandbox.SandboxException;
import touchstone.sandbox.Usage;

/// One submission over all its tests: takes a worker when one is needed, gives
/// each test a new instance behind a proxy, and notes what a suite must not be
/// able to hide. Proxies are bound to this session, not to a thread, so a suite
/// may call from any.
final class CandidateSession implements CandidateSource, AutoCloseable {
    private static final int PRINTED_MAX = 4096;

    private final Program program;
    private final Host.Supply supply;
    private final CallBudget budget;
    private final LongSupplier nanos;
    private final long seed;

    private @Nullable Host host;
    private Usage usage = Usage.NONE;
    private int deaths;
    private @Nullable Fate lastDeath;
    private @Nullable Fate unfit;
    private @Nullable SandboxException failure;
    private Facts facts = new Facts();

    /// What was seen during one test.
    private static final class Facts {
        private @Nullable Fate fate;
        private @Nullable Method method;
        private @Nullable Object[] arguments = {};
        private @Nullable String violation;
        private boolean returned;
        private boolean over;
        private final StringBuilder printed = new StringBuilder();
        private final Set<Throwable> thrown = Collections.newSetFromMap(new IdentityHashMap<>());
        private @Nullable String lastThrown;
    }

    CandidateSession(Program program, Host.Supply supply, CallBudget budget, LongSupplier nanos, long seed) {
        this.program = program;
        this.supply = supply;
        this.budget = budget;
        this.nanos = nanos;
        this.seed = seed;
    }

    /// Forgets the test before; its proxies answer no more.
    synchronized void beginTest() {
        facts.over = true;
        facts = new Facts();
    }

    @Override
    public Class<?> contract() {
        return program.contract();
    }

    @Override
    public long seed() {
        return seed;
    }

    @Override
    public synchronized Object candidate() {
        if (failure != null) {
            throw failure;
        }
        var refusal = refusal();
        if (refusal != null) {
            facts.fate = refusal;
            throw new LostException(refusal.message());
        }
        try {
            if (host == null) {
                host = supply.take();
                load(host);
            }
            settle(host.construct());
        } catch (SandboxException e) {
            throw fail(e);
        }
        return Proxy.newProxyInstance(contract().getClassLoader(), new Class<?>[]{contract()},
                new Remote(facts));
    }

    /// Nothing of the submission runs while it is loaded, so what is refused here is
    /// its shape: no class of the right name, no implementation of the contract.
    private void load(Host fresh) {
        var outcome = fresh.load(program);
        if (outcome instanceof Threw threw) {
            unfit = new Fate(Verdict.COMPILE_ERROR, threw.message());
            facts.fate = unfit;
            throw new LostException(threw.message());
        }
        settle(outcome);
    }

    /// Why no worker may be spent on a further test, if so.
    private @Nullable Fate refusal() {
        if (unfit != null) {
            return unfit;
        }
        if (lastDeath != null && lastDeath.verdict() == Verdict.JUDGE_ERROR) {
            // The whole submission is run again, so nothing is worth a worker now.
            return lastDeath;
        }
        if (deaths >= budget.deaths() && lastDeath != null) {
            return new Fate(lastDeath.verdict(), "not run after %d workers were lost".formatted(deaths));
        }
        return budget.isSpent(nanos.getAsLong())
                ? new Fate(Verdict.TIME_LIMIT_EXCEEDED, "not run: the time for all tests together is used up")
                : null;
    }

    synchronized Optional<SandboxException> failure() {
        return Optional.ofNullable(failure);
    }

    synchronized Optional<Fate> fate() {
        return Optional.ofNullable(facts.fate);
    }

    /// The last call of this test, rendered. Only failed tests ask, which spares
    /// the others the rendering of every matrix.
    synchronized @Nullable String call() {
        return facts.method == null ? null : Notation.call(facts.method.getName(), facts.arguments);
    }

    synchronized String printed() {
        return facts.printed.toString();
    }

    synchronized boolean hasReturned() {
        return facts.returned;
    }

    /// What the submission threw, if this throwable of the suite is or rests on it.
    synchronized Optional<String> thrownBehind(Throwable throwable) {
        int depth = 0;
        for (Throwable link = throwable; link != null && depth++ < 16; link = link.getCause()) {
            if (facts.thrown.contains(link)) {
                return Optional.ofNullable(facts.lastThrown);
            }
        }
        return Optional.empty();
    }

    synchronized Usage usage() {
        return host == null ? usage : usage.plus(host.usage());
    }

    @Override
    public synchronized void close() {
        facts.over = true;
        release();
    }

    private void release() {
        if (host != null) {
            usage = usage.plus(host.usage());
            host.close();
            host = null;
        }
    }

    private synchronized @Nullable Object call(Facts caller, Method method, @Nullable Object[] arguments) {
        if (caller.over || host == null) {
            throw new LostException("the worker of this test is gone");
        }
        caller.method = method;
        caller.arguments = arguments;
        try {
            long before = nanos.getAsLong();
            var outcome = host.call(method, arguments, budget.limit(before));
            budget.note(Duration.ofNanos(nanos.getAsLong() - before));
            return settle(outcome);
        } catch (SandboxException e) {
            throw fail(e);
        }
    }

    private @Nullable Object settle(Outcome outcome) {
        return switch (outcome) {
            case Returned returned -> {
                facts.returned |= facts.method != null;
                noteManners(returned);
                print(returned.printed());
                yield returned.value();
            }
            case Threw threw -> {
                print(threw.printed());
                var exception = Thrown.toThrow(threw);
                facts.thrown.add(exception);
                facts.lastThrown = Thrown.describe(threw);
                throw exception;
            }
            case Ended ended -> {
                deaths++;
                lastDeath = Fate.of(ended);
                facts.fate = lastDeath;
                release();
                throw new LostException(ended.detail());
            }
        };
    }

    private void noteManners(Returned returned) {
        if (facts.violation != null) {
            return;
        }
        if (returned.argumentsChanged()) {
            facts.violation = "the arguments were changed by " + call();
        } else if (returned.resultShared()) {
            facts.violation = "the result shares an array with the arguments of " + call();
        }
    }

    private void print(String text) {
        facts.printed.append(text, 0, Math.min(text.length(), PRINTED_MAX - facts.printed.length()));
    }

    private SandboxException fail(SandboxException exception) {
        failure = exception;
        release();
        return exception;
    }

    /// Behind the proxy that one test received.
    private final class Remote implements InvocationHandler, Purity {
        private final Facts mine;

        Remote(Facts mine) {
            this.mine = mine;
        }

        // Identity is what a proxy without a state of its own can offer.
        @SuppressWarnings("ReferenceEquality")
        @Override
        public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments) {
            if (method.getDeclaringClass() == Object.class) {
                // Never asked of the candidate: they are no part of any contract.
                return switch (method.getName()) {
                    case "equals" -> arguments != null && proxy == arguments[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    default -> "the candidate";
                };
            }
            return call(mine, method, arguments == null ? new Object[0] : arguments);
        }

        @Override
        public Optional<String> violation() {
            synchronized (CandidateSession.this) {
                return Optional.ofNullable(mine.violation);
            }
        }
    }
}

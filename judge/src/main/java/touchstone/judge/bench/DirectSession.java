package touchstone.judge.bench;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import touchstone.judge.authoring.CandidateSource;
import touchstone.judge.authoring.Purity;
import touchstone.sandbox.Program;

/// Hands a submission on the class path to a suite in the same JVM: what a JUnit console needs to run
/// our suites at all. The class path of [ColdPipeline] registers it; nothing else does.
public final class DirectSession implements LauncherSessionListener {
    private static final long SEED = 1;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        session.getStore()
                .put(Namespace.create(CandidateSource.namespace()), CandidateSource.class, new OnClassPath());
    }

    private static final class OnClassPath implements CandidateSource {
        private final Class<?> submission;

        OnClassPath() {
            try {
                submission = Class.forName(Program.MAIN_CLASS);
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException("no submission on the class path", e);
            }
        }

        @Override
        public Class<?> contract() {
            return submission.getInterfaces()[0];
        }

        @Override
        public Object candidate() {
            try {
                var instance = submission.getConstructor().newInstance();
                return Proxy.newProxyInstance(contract().getClassLoader(), new Class<?>[]{contract()},
                        new Local(instance));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("the submission cannot be constructed", e);
            }
        }

        @Override
        public long seed() {
            return SEED;
        }
    }

    /// Calls the submission and watches its manners, as the judge's proxy does.
    private static final class Local implements InvocationHandler, Purity {
        private final Object instance;
        private @Nullable String violation;

        Local(Object instance) {
            this.instance = instance;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
                throws Throwable {
            var given = Objects.requireNonNullElse(arguments, new Object[0]);
            var before = Values.copy(given);
            try {
                var result = method.invoke(instance, given);
                if (!Values.same(before, given) || Values.shareArrays(result, given)) {
                    violation = "the arguments of " + method.getName() + " were changed or given back";
                }
                return result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }

        @Override
        public Optional<String> violation() {
            return Optional.ofNullable(violation);
        }
    }
}

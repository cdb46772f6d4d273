package touchstone.web.markup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.ContextFactory;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.RhinoException;
import org.mozilla.javascript.Scriptable;

/// KaTeX in an interpreter of JavaScript that has no way to Java, to files or to the network. One formula at a time.
final class Katex {
    private static final String SCRIPT = "/META-INF/resources/webjars/katex/0.16.4/dist/katex.min.js";
    private static final int FRAMES_MAX = 2_000;
    private static final int METERED_EVERY = 10_000;
    private static final long LOADING_MAX = 100_000_000;
    private static final Map<String, Object> OPTIONS = Map.of("output", "mathml", "throwOnError", true,
            "strict", "ignore", "trust", false, "maxExpand", 200, "maxSize", 5);

    private final ContextFactory contexts = new Meters();
    private final Scriptable scope;
    private final Scriptable katex;
    private final Function render;

    Katex() {
        try (var context = enter(LOADING_MAX)) {
            scope = context.initSafeStandardObjects();
            context.evaluateString(scope, script(), "katex", 1, null);
            katex = (Scriptable) scope.get("katex", scope);
            render = (Function) katex.get("renderToString", katex);
        }
    }

    private static String script() {
        try (var in = Katex.class.getResourceAsStream(SCRIPT)) {
            if (in == null) {
                throw new IllegalStateException(
                        SCRIPT + " is missing on the class path: is katex's jar in lib?");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(SCRIPT, e);
        }
    }

    /// What KaTeX makes of a formula, or nothing if it does not know it or the work is too much. What was done is
    /// taken from the allowance.
    Optional<String> html(String tex, boolean display, Allowance allowance) {
        try (var context = enter(allowance.ofOneFormula())) {
            try {
                var options = context.newObject(scope);
                OPTIONS.forEach((name, value) -> options.put(name, options, value));
                options.put("displayMode", options, display);
                return Optional
                        .of(Context.toString(render.call(context, scope, katex, new Object[]{tex, options})));
            } catch (RhinoException | Exhausted | StackOverflowError _) {
                return Optional.empty();
            } finally {
                allowance.spend(context.spent);
            }
        }
    }

    private Meter enter(long instructionsMax) {
        var context = (Meter) contexts.enterContext();
        context.spent = 0;
        context.max = instructionsMax;
        return context;
    }

    private static final class Meters extends ContextFactory {
        @Override
        protected Context makeContext() {
            var context = new Meter(this);
            context.setInterpretedMode(true);
            context.setLanguageVersion(Context.VERSION_ECMASCRIPT);
            context.setInstructionObserverThreshold(METERED_EVERY);
            context.setMaximumInterpreterStackDepth(FRAMES_MAX);
            return context;
        }

        @Override
        protected void observeInstructionCount(Context context, int instructions) {
            var meter = (Meter) context;
            meter.spent += instructions;
            if (meter.spent > meter.max) {
                throw new Exhausted();
            }
        }
    }

    private static final class Meter extends Context {
        private long spent;
        private long max;

        Meter(ContextFactory factory) {
            super(factory);
        }
    }

    /// An error, because JavaScript could catch an exception.
    private static final class Exhausted extends Error {
        private static final long serialVersionUID = 1;

        Exhausted() {
            super("too many instructions", null, false, false);
        }
    }
}

package touchstone.judge.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import touchstone.judge.run.Host;
import touchstone.sandbox.ClassFile;
import touchstone.sandbox.Outcome;
import touchstone.sandbox.Program;
import touchstone.sandbox.Usage;

/// A submission loaded straight into this JVM: the floor that `bench` compares
/// boxes with, and a quick way to try a suite on submissions of our own. There is
/// no isolation and no time limit whatsoever; nobody is ever graded by this.
public final class DirectHost implements Host {
    private @Nullable Class<?> type;
    private @Nullable Object instance;

    @Override
    public Outcome load(Program program) {
        try {
            type = new Loader(program).loadClass(Program.MAIN_CLASS);
            return returned(null, false, false);
        } catch (ClassNotFoundException | LinkageError e) {
            var message = "There is no class Solution in the unnamed package.";
            return new Outcome.Threw(List.of(Outcome.UNFIT), message, List.of(), "");
        }
    }

    @Override
    public Outcome construct() {
        if (type == null) {
            throw new IllegalStateException("nothing was loaded");
        }
        try {
            instance = type.getConstructor().newInstance();
            return returned(null, false, false);
        } catch (InvocationTargetException e) {
            return threw(e.getCause());
        } catch (ReflectiveOperationException e) {
            return threw(e);
        }
    }

    @Override
    public Outcome call(Method method, @Nullable Object[] arguments, Duration limit) {
        var given = (Object[]) Values.copy(arguments);
        try {
            var result = method.invoke(instance, given);
            return returned(Values.copyOrNull(result), !Values.same(given, arguments),
                    Values.shareArrays(result, given));
        } catch (InvocationTargetException e) {
            return threw(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("contracts are public interfaces", e);
        }
    }

    @Override
    public Usage usage() {
        return Usage.NONE;
    }

    @Override
    public void close() {
        type = null;
        instance = null;
    }

    private static Outcome returned(@Nullable Object value, boolean changed, boolean shared) {
        return new Outcome.Returned(value, changed, shared, "");
    }

    private static Outcome threw(@Nullable Throwable thrown) {
        var types = new ArrayList<String>();
        for (Class<?> c = thrown == null ? Throwable.class : thrown.getClass(); Throwable.class
                .isAssignableFrom(c); c = c.getSuperclass()) {
            types.add(c.getName());
        }
        var message = thrown == null || thrown.getMessage() == null ? "" : thrown.getMessage();
        return new Outcome.Threw(types, message, thrown == null ? List.of() : trace(thrown), "");
    }

    private static List<String> trace(Throwable thrown) {
        return List.of(thrown.getStackTrace())
                .stream()
                .filter(frame -> !frame.getClassName().contains("."))
                .map(frame -> frame.getClassName() + "." + frame.getMethodName() + ":"
                        + frame.getLineNumber())
                .toList();
    }

    private static final class Loader extends ClassLoader {
        private final Map<String, ClassFile> classes = new HashMap<>();

        Loader(Program program) {
            super(program.contract().getClassLoader());
            program.submissionClasses().forEach(file -> classes.put(file.name(), file));
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            var file = classes.get(name);
            if (file == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, file.bytes(), 0, file.bytes().length);
        }
    }
}

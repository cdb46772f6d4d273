package touchstone.sandbox.worker;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import touchstone.sandbox.wire.Caps;
import touchstone.sandbox.wire.FrameReader;
import touchstone.sandbox.wire.Refusal;
import touchstone.sandbox.wire.ValueDecoder;
import touchstone.sandbox.wire.ValueEncoder;
import touchstone.sandbox.wire.WireException;

/// The loaded classes, and what calls need of them.
final class Submission {
    private static final int NAME_BYTES_MAX = 1 << 16;
    private static final int CLASSES_MAX = 1 << 14;

    private final SubmissionLoader loader = new SubmissionLoader();
    private final Map<String, Method> methods = new HashMap<>();
    private ValueEncoder encoder = new ValueEncoder(new Caps(0, 0, 0));
    private ValueDecoder decoder = new ValueDecoder(new Caps(0, 0, 0));
    private @Nullable Constructor<?> constructor;
    private boolean followed;

    /// Reads a LOAD frame's payload. Runs none of the submission's code.
    ///
    /// @return a reason of [Refusal], or 0
    int read(FrameReader in, PrintSink printed) throws WireException {
        var caps = new Caps(in.getInt(), in.getInt(), in.getInt());
        encoder = new ValueEncoder(caps);
        decoder = new ValueDecoder(caps);
        printed.allow(in.getInt());
        followed = in.getByte() == 1;
        String contract = in.getText(NAME_BYTES_MAX);
        String main = in.getText(NAME_BYTES_MAX);
        boolean fits = true;
        for (int i = in.getCount(CLASSES_MAX, 8); i > 0; i--) {
            fits &= loader.addContract(in.getText(NAME_BYTES_MAX), in.getBlock(Integer.MAX_VALUE));
        }
        for (int i = in.getCount(CLASSES_MAX, 8); i > 0; i--) {
            fits &= loader.addSubmission(in.getText(NAME_BYTES_MAX), in.getBlock(Integer.MAX_VALUE));
        }
        in.end();
        return fits ? prepare(contract, main) : Refusal.NAME;
    }

    private int prepare(String contractName, String mainName) throws WireException {
        Class<?> contract = find(contractName);
        if (contract == null) {
            throw new WireException("a contract that was not sent");
        }
        Method[] all = contract.getMethods();
        for (int i = 0; i < all.length; i++) {
            methods.put(key(all[i].getName(), all[i].getParameterCount()), all[i]);
        }
        Class<?> main = find(mainName);
        return main == null ? Refusal.NO_CLASS : accept(contract, main);
    }

    private int accept(Class<?> contract, Class<?> main) {
        if (!contract.isAssignableFrom(main)) {
            return Refusal.NOT_CONTRACT;
        }
        if (Modifier.isAbstract(main.getModifiers()) || main.isEnum()) {
            return Refusal.ABSTRACT;
        }
        try {
            Constructor<?> found = main.getDeclaredConstructor();
            if (Modifier.isPrivate(found.getModifiers())) {
                return Refusal.NO_CONSTRUCTOR;
            }
            // "class Solution" without "public" has a constructor as private as itself
            found.setAccessible(true);
            constructor = found;
            return 0;
        } catch (NoSuchMethodException e) {
            return Refusal.NO_CONSTRUCTOR;
        }
    }

    private @Nullable Class<?> find(String name) {
        try {
            return loader.loadClass(name);
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    private static String key(String name, int arguments) {
        return name + '/' + arguments;
    }

    /// Whether another may be loaded after it.
    boolean followed() {
        return followed;
    }

    Method method(String name, int arguments) throws WireException {
        Method method = methods.get(key(name, arguments));
        if (method == null) {
            throw new WireException("no method of the contract");
        }
        return method;
    }

    Constructor<?> constructor() throws WireException {
        if (constructor == null) {
            throw new WireException("nothing to construct");
        }
        return constructor;
    }

    boolean owns(String className) {
        return loader.isOfSubmission(className);
    }

    ValueEncoder encoder() {
        return encoder;
    }

    ValueDecoder decoder() {
        return decoder;
    }
}

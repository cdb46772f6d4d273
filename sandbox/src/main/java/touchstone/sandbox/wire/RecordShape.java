package touchstone.sandbox.wire;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/// How to take a contract's record apart and put it together.
final class RecordShape {
    final Class<?>[] types;
    private final Method[] accessors;
    private final Constructor<?> constructor;

    RecordShape(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        types = new Class<?>[components.length];
        accessors = new Method[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            accessors[i] = components[i].getAccessor();
        }
        try {
            constructor = type.getDeclaredConstructor(types);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException("a record without its constructor: " + type.getName(), e);
        }
    }

    @Nullable
    Object get(Object value, int component) throws OversizeException {
        try {
            return accessors[component].invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new OversizeException("a record that cannot be read");
        }
    }

    Object create(@Nullable Object[] values) throws WireException {
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            // a compact constructor that the sender's copy of the record has passed
            throw new WireException("a record that cannot be made");
        }
    }
}

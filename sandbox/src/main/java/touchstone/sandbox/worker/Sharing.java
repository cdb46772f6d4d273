package touchstone.sandbox.worker;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/// Whether a result shares an array with the arguments. Empty arrays do not
/// count: they hold nothing that could be changed.
final class Sharing {
    /// As deep as values travel; a cycle ends here.
    private static final int DEPTH = 8;

    private final IdentityHashMap<Object, Boolean> known = new IdentityHashMap<>();
    private final boolean collecting;
    private boolean found;
    private int left = 1 << 20;

    private Sharing(boolean collecting) {
        this.collecting = collecting;
    }

    static boolean between(@Nullable Object[] arguments, @Nullable Object result) {
        if (result == null || !(result.getClass().isArray() || result instanceof Record)) {
            return false;
        }
        var ofArguments = new Sharing(true);
        for (int i = 0; i < arguments.length; i++) {
            ofArguments.walk(arguments[i], 0);
        }
        if (ofArguments.known.isEmpty()) {
            return false;
        }
        var ofResult = new Sharing(false);
        ofResult.known.putAll(ofArguments.known);
        ofResult.walk(result, 0);
        return ofResult.found;
    }

    private void walk(@Nullable Object value, int depth) {
        if (value == null || depth == DEPTH || left-- <= 0 || found) {
            return;
        }
        if (value.getClass().isArray()) {
            meet(value);
            if (value instanceof Object[] entries) {
                for (int i = 0; i < entries.length; i++) {
                    walk(entries[i], depth + 1);
                }
            }
        } else if (value instanceof Record) {
            walkRecord(value, depth);
        }
    }

    private void meet(Object array) {
        if (Array.getLength(array) == 0) {
            return;
        }
        if (collecting) {
            known.put(array, true);
        } else {
            found |= known.containsKey(array);
        }
    }

    private void walkRecord(Object value, int depth) {
        RecordComponent[] components = value.getClass().getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            if (!components[i].getType().isPrimitive()) {
                walk(component(components[i], value), depth + 1);
            }
        }
    }

    private static @Nullable Object component(RecordComponent component, Object value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            return null; // encoding the value is about to say so
        }
    }
}

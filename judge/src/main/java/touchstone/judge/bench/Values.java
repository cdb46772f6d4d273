package touchstone.judge.bench;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the wire does to values, without a wire: copies, and comparisons of a
/// copy with its original.
final class Values {
    private Values() {}

    static @Nullable Object copyOrNull(@Nullable Object value) {
        return value == null ? null : copy(value);
    }

    static Object copy(Object value) {
        if (value instanceof Record tuple) {
            var components = tuple.getClass().getRecordComponents();
            var types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            var parts = Stream.of(components).map(component -> copyOrNull(get(tuple, component))).toArray();
            try {
                return tuple.getClass().getDeclaredConstructor(types).newInstance(parts);
            } catch (ReflectiveOperationException e) {
                throw new IllegalArgumentException(tuple.getClass() + " cannot be copied", e);
            }
        }
        if (!value.getClass().isArray()) {
            return value;
        }
        int length = Array.getLength(value);
        var copy = Array.newInstance(value.getClass().componentType(), length);
        if (value instanceof Object[] elements) {
            for (int i = 0; i < length; i++) {
                Array.set(copy, i, copyOrNull(elements[i]));
            }
        } else {
            System.arraycopy(value, 0, copy, 0, length);
        }
        return copy;
    }

    static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one instanceof Record left && other instanceof Record right) {
            return Stream.of(left.getClass().getRecordComponents())
                    .allMatch(component -> same(get(left, component), get(right, component)));
        }
        if (one instanceof Object[] left && other instanceof Object[] right) {
            return left.length == right.length
                    && java.util.stream.IntStream.range(0, left.length)
                            .allMatch(i -> same(left[i], right[i]));
        }
        return Objects.deepEquals(one, other);
    }

    /// Whether any array inside one is also inside the other.
    static boolean shareArrays(@Nullable Object result, Object arguments) {
        Set<Object> given = Collections.newSetFromMap(new IdentityHashMap<>());
        collect(arguments, given);
        Set<Object> returned = Collections.newSetFromMap(new IdentityHashMap<>());
        collect(result, returned);
        return returned.stream().anyMatch(given::contains);
    }

    private static void collect(@Nullable Object value, Set<Object> arrays) {
        if (value instanceof Record tuple) {
            for (var component : tuple.getClass().getRecordComponents()) {
                collect(get(tuple, component), arrays);
            }
        } else if (value != null
                && value.getClass().isArray()
                && arrays.add(value)
                && value instanceof Object[] elements) {
            Arrays.stream(elements).forEach(element -> collect(element, arrays));
        }
    }

    private static @Nullable Object get(Record tuple, RecordComponent component) {
        try {
            return component.getAccessor().invoke(tuple);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(component + " cannot be read", e);
        }
    }
}

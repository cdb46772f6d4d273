package touchstone.judge.authoring;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Values as people write them: `[[0.5, -0.1], [2.0, 0.0]]`. Cut with `…`, because
/// a matrix of a million numbers is no message.
public final class Notation {
    private static final int ELEMENTS_MAX = 12;
    private static final int CHARACTERS_MAX = 400;
    private static final int TEXT_MAX = 80;

    private final StringBuilder out = new StringBuilder();

    private Notation() {}

    public static String of(@Nullable Object value) {
        var notation = new Notation();
        notation.write(value);
        return notation.out.toString();
    }

    /// A call with its arguments: `prune([[0.5, -0.1]], 0.25)`.
    public static String call(String method, @Nullable Object... arguments) {
        return Stream.of(arguments).map(Notation::of).collect(Collectors.joining(", ", method + "(", ")"));
    }

    private void write(@Nullable Object value) {
        switch (value) {
            case null -> out.append("null");
            case String text -> writeText(text);
            case Record tuple -> writeRecord(tuple);
            case Object array when array.getClass().isArray() -> writeArray(array);
            default -> out.append(value);
        }
    }

    private void writeText(String text) {
        var shown = text.length() <= TEXT_MAX ? text : text.substring(0, TEXT_MAX) + "…";
        out.append('"').append(shown).append('"');
    }

    private void writeArray(Object array) {
        int length = Array.getLength(array);
        out.append('[');
        for (int i = 0; i < length; i++) {
            out.append(i == 0 ? "" : ", ");
            if (i == ELEMENTS_MAX || out.length() > CHARACTERS_MAX) {
                out.append("… ").append(length).append(" in all");
                break;
            }
            write(Array.get(array, i));
        }
        out.append(']');
    }

    private void writeRecord(Record tuple) {
        var parts = new StringJoiner(", ", tuple.getClass().getSimpleName() + "(", ")");
        for (var component : tuple.getClass().getRecordComponents()) {
            parts.add(component.getName() + " = " + of(get(tuple, component)));
        }
        out.append(parts);
    }

    /// The value of one component; records of contracts are public, so this never
    /// meets an access check.
    static @Nullable Object get(Record tuple, RecordComponent component) {
        try {
            return component.getAccessor().invoke(tuple);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(component + " cannot be read; make its record public", e);
        }
    }
}

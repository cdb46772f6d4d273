package touchstone.judge.certify;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Submissions that return what nobody expects, generated from a contract. A
/// suite that forgets to look at the shape of a result would fail with an
/// exception of its own, or accept.
final class ShapeProbes {
    /// One dimension more cells than may cross the pipe.
    private static final int HUGE_ROWS = 2_100;

    private ShapeProbes() {}

    private enum Shape {
        NULL, EMPTY, NULL_INSIDE, RAGGED, NAN, INFINITE, TOO_LONG, HUGE
    }

    /// Source texts by the name of the probe.
    static Map<String, String> of(Class<?> contract) {
        var sources = new LinkedHashMap<String, String>();
        for (var shape : Shape.values()) {
            var source = source(contract, shape);
            // shapes that this contract's types cannot take come out equal to an earlier one
            if (!sources.containsValue(source)) {
                sources.put(shape.name().toLowerCase(Locale.ROOT), source);
            }
        }
        return sources;
    }

    private static String source(Class<?> contract, Shape shape) {
        return Arrays.stream(contract.getMethods())
                .filter(method -> Modifier.isAbstract(method.getModifiers()))
                .sorted(Comparator.comparing(Method::toString))
                .map(method -> method(method, shape))
                .collect(Collectors.joining("",
                        "public class Solution implements " + contract.getCanonicalName() + " {\n", "}\n"));
    }

    private static String method(Method method, Shape shape) {
        var parameters = method.getParameterTypes();
        return IntStream.range(0, parameters.length)
                .mapToObj(i -> parameters[i].getCanonicalName() + " a" + i)
                .collect(Collectors.joining(", ",
                        "    public " + method.getReturnType().getCanonicalName() + " " + method.getName()
                                + "(",
                        ") {\n        return " + value(method.getReturnType(), shape) + ";\n    }\n"));
    }

    private static String value(Class<?> type, Shape shape) {
        if (type.isArray()) {
            return array(type, shape);
        }
        if (type.isRecord()) {
            return shape == Shape.NULL ? "null" : record(type, shape);
        }
        return switch (type.getName()) {
            case "double" -> shape == Shape.INFINITE ? "Double.POSITIVE_INFINITY" : "Double.NaN";
            case "int" -> "Integer.MIN_VALUE";
            case "long" -> "Long.MIN_VALUE";
            case "boolean" -> "false";
            case "java.lang.String" -> text(shape);
            default -> throw new IllegalArgumentException("no contract may return " + type);
        };
    }

    private static String text(Shape shape) {
        return switch (shape) {
            case NULL, NULL_INSIDE -> "null";
            case TOO_LONG, HUGE -> "\"x\".repeat(100_000)";
            case EMPTY, RAGGED, NAN, INFINITE -> "\"\"";
        };
    }

    private static String record(Class<?> type, Shape shape) {
        var inside = shape == Shape.NULL_INSIDE ? Shape.NULL : shape;
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .map(component -> value(component, inside))
                .collect(Collectors.joining(", ", "new " + type.getCanonicalName() + "(", ")"));
    }

    private static String array(Class<?> type, Shape shape) {
        var element = type.getComponentType();
        var made = "new " + type.getCanonicalName();
        return switch (shape) {
            case NULL -> "null";
            case EMPTY -> sized(type, 0);
            case NULL_INSIDE -> element.isPrimitive() ? sized(type, 1) : sized(type, 3);
            case RAGGED -> element.isArray() ? made + "{" + sized(element, 1) + ", " + sized(element, 3) + "}"
                    : sized(type, 1);
            case NAN, INFINITE -> made + "{" + value(element, shape) + ", " + value(element, shape) + "}";
            case TOO_LONG ->
                element.isArray() ? made + "{" + "%s, ".formatted(sized(element, 7)).repeat(100) + "}"
                        : sized(type, 100_001);
            case HUGE -> element.isArray() ? grid(type) : sized(type, HUGE_ROWS * HUGE_ROWS);
        };
    }

    /// Of length `length`, its elements left as Java makes them.
    private static String sized(Class<?> array, int length) {
        var name = array.getCanonicalName();
        int brackets = name.indexOf("[]");
        return "new " + name.substring(0, brackets) + "[" + length + "]" + name.substring(brackets + 2);
    }

    private static String grid(Class<?> array) {
        var name = array.getCanonicalName();
        int brackets = name.indexOf("[]");
        var side = "[" + HUGE_ROWS + "]";
        return "new " + name.substring(0, brackets) + side + side + name.substring(brackets + 4);
    }
}

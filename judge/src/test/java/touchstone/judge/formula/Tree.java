package touchstone.judge.formula;

import java.util.List;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/// A random formula that knows its value and how people may write it, without any help of the parser.
///
/// @param text with the spelling of its parts left to chance
/// @param level 1 a sum, 2 a product, 3 signed, 4 a power, 5 needs no brackets anywhere
record Tree(Value value, Text text, int level) {
    static final List<String> NAMES = List.of("x", "tau", "n_2");

    private static final List<String> DOTS = List.of("*", " * ", "·", "×", " ⋅ ");
    private static final List<String> UNARY = List.of("exp", "sqrt", "abs", "sin", "cos", "tan", "tanh",
            "floor", "ceil", "round", "ln", "log10");
    private static final List<DoubleUnaryOperator> UNARY_VALUES = List.of(Math::exp, Math::sqrt, Math::abs,
            Math::sin, Math::cos, Math::tan, Math::tanh, Math::floor, Math::ceil, Math::rint, Math::log,
            Math::log10);

    interface Value {
        double at(double[] point);
    }

    interface Text {
        String spelled(Random random);
    }

    double value(double[] point) {
        return value.at(point);
    }

    String spelled(Random random) {
        return text.spelled(random);
    }

    static Tree grown(Random random, int depth) {
        if (depth == 0 || random.nextInt(8) == 0) {
            return leaf(random);
        }
        var a = grown(random, depth - 1);
        var b = grown(random, depth - 1);
        return switch (random.nextInt(9)) {
            case 0 -> infix(a, List.of("+", " + ", "＋"), b, 1, (x, y) -> x + y);
            case 1 -> infix(a, List.of("-", " - ", " − ", "–"), b, 1, (x, y) -> x - y);
            case 2, 3 -> infix(a, DOTS, b, 2, (x, y) -> x * y);
            case 4 -> infix(a, List.of("/", " / ", "÷"), b, 2, (x, y) -> x / y);
            case 5 -> new Tree(p -> -a.value(p), r -> pick(r, "-", "−", "- ") + a.within(r, 4), 3);
            case 6 -> power(a, b);
            case 7 -> called(random, a);
            default -> extreme(random.nextBoolean(), a, b);
        };
    }

    private static Tree leaf(Random random) {
        int index = random.nextInt(6);
        if (index < NAMES.size()) {
            var spellings = List
                    .of(new String[]{"x", "ｘ"}, new String[]{"tau", "τ"}, new String[]{"n_2", "n2", "n₂"})
                    .get(index);
            return new Tree(p -> p[index], r -> pick(r, spellings), 5);
        }
        if (index == 3) {
            return new Tree(_ -> Math.PI, r -> pick(r, "pi", "π"), 5);
        }
        double number = index == 4 ? random.nextInt(10)
                : Math.scalb(random.nextDouble(), random.nextInt(-40, 40));
        return new Tree(_ -> number, r -> numeral(r, number), 5);
    }

    private static String numeral(Random random, double number) {
        var text = Double.toString(number);
        return text.endsWith(".0") && random.nextBoolean() ? text.substring(0, text.length() - 2) : text;
    }

    private static Tree infix(Tree a, List<String> signs, Tree b, int level, DoubleBinaryOperator operator) {
        return new Tree(p -> operator.applyAsDouble(a.value(p), b.value(p)),
                r -> a.within(r, level) + signs.get(r.nextInt(signs.size())) + b.within(r, level + 1), level);
    }

    private static Tree power(Tree a, Tree b) {
        return new Tree(p -> Math.pow(a.value(p), b.value(p)), r -> a.within(r, 5) + pick(r, "^", "**", " ^ ")
                + b.within(r, pick(r, "3", "5").equals("3") ? 3 : 5), 4);
    }

    private static Tree called(Random random, Tree a) {
        if (random.nextInt(4) == 0) {
            return new Tree(p -> Math.pow(a.value(p), 3), r -> a.within(r, 5) + "³", 4);
        }
        int index = random.nextInt(UNARY.size());
        return new Tree(p -> UNARY_VALUES.get(index).applyAsDouble(a.value(p)), r -> called(r, index, a), 5);
    }

    private static String called(Random random, int index, Tree a) {
        var inside = a.spelled(random);
        return switch (UNARY.get(index)) {
            case "sqrt" -> pick(random, "sqrt(" + inside + ")", "(√(" + inside + "))");
            case "abs" -> pick(random, "abs(" + inside + ")", "|" + inside + "|");
            case "ln" -> pick(random, "ln(", "log(", "log[").replace("[", "(") + inside + ")";
            case String name -> name + "(" + inside + ")";
        };
    }

    private static Tree extreme(boolean largest, Tree a, Tree b) {
        return new Tree(p -> largest ? Math.max(a.value(p), b.value(p)) : Math.min(a.value(p), b.value(p)),
                r -> (largest ? "max" : "min") + "(" + a.spelled(r) + pick(r, ",", ", ", "，") + b.spelled(r)
                        + ")",
                5);
    }

    /// In brackets if it holds together less than it must, and sometimes for nothing.
    private String within(Random random, int least) {
        var inside = spelled(random);
        return level >= least && random.nextInt(6) != 0 ? inside
                : pick(random, "(" + inside + ")", "[" + inside + "]", "（" + inside + "）");
    }

    private static String pick(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}

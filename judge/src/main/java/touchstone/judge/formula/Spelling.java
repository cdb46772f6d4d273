package touchstone.judge.formula;

import java.util.List;
import touchstone.judge.formula.Expression.Binary;
import touchstone.judge.formula.Expression.Call;
import touchstone.judge.formula.Expression.Constant;
import touchstone.judge.formula.Expression.Literal;
import touchstone.judge.formula.Expression.Negation;
import touchstone.judge.formula.Expression.Operator;
import touchstone.judge.formula.Expression.Variable;

/// Writes an expression, for people or as Java, with no more brackets than it needs: a long sum in Java must not
/// become as deep as it is long, or Janino's own parser would run out of stack.
final class Spelling {
    /// How tightly something holds together.
    private static final int SUM = 1;
    private static final int PRODUCT = 2;
    private static final int SIGNED = 3;
    private static final int POWER = 4;
    private static final int ATOM = 5;

    private final boolean java;
    private final StringBuilder out = new StringBuilder();

    private Spelling(boolean java) {
        this.java = java;
    }

    static String plain(Expression expression) {
        return new Spelling(false).of(expression);
    }

    static String java(Expression expression) {
        return new Spelling(true).of(expression);
    }

    private String of(Expression expression) {
        write(expression);
        return out.toString();
    }

    private int tightness(Expression expression) {
        return switch (expression) {
            case Literal _,Variable _,Constant _,Call _ -> ATOM;
            case Negation _ -> SIGNED;
            case Binary(Operator operator, var _, var _) -> switch (operator) {
                case PLUS, MINUS -> SUM;
                case TIMES, OVER -> PRODUCT;
                case POWER -> java ? ATOM : POWER;
            };
        };
    }

    private void write(Expression expression, int least) {
        boolean loose = tightness(expression) < least;
        out.append(loose ? "(" : "");
        write(expression);
        out.append(loose ? ")" : "");
    }

    private void write(Expression expression) {
        switch (expression) {
            case Literal(double value) -> out.append(java ? Double.toString(value) : plain(value));
            case Variable(int index, var name) -> out.append(java ? "v" + index : name);
            case Constant constant -> out.append(java ? "Math." + constant : plain(constant));
            case Negation(var operand) -> {
                out.append('-');
                write(operand, POWER);
            }
            case Call(var function, var arguments) -> call(function, arguments);
            case Binary(var operator, var left, var right) -> {
                switch (operator) {
                    case PLUS -> infix(left, " + ", right, SUM);
                    case MINUS -> infix(left, " - ", right, SUM);
                    case TIMES -> infix(left, "*", right, PRODUCT);
                    case OVER -> infix(left, "/", right, PRODUCT);
                    case POWER -> power(left, right);
                }
            }
        }
    }

    private static String plain(double value) {
        var text = Double.toString(value).replace("E", "e");
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text.replace(".0e", "e");
    }

    private static String plain(Constant constant) {
        return switch (constant) {
            case PI -> "pi";
            case E -> "e";
        };
    }

    private void infix(Expression left, String operator, Expression right, int tightness) {
        write(left, tightness);
        out.append(operator);
        write(right, tightness + 1);
    }

    private void power(Expression base, Expression exponent) {
        if (java) {
            call(Function.POW, List.of(base, exponent));
        } else {
            write(base, ATOM);
            out.append('^');
            write(exponent, SIGNED);
        }
    }

    private void call(Function function, List<Expression> arguments) {
        var name = java ? function.java() : function.usualName();
        // Java's own take two
        out.append((name + "(").repeat(java ? Math.max(1, arguments.size() - 1) : 1));
        for (int i = 0; i < arguments.size(); i++) {
            out.append(i == 0 ? "" : ", ");
            write(arguments.get(i));
            out.append(java && i > 0 && i < arguments.size() - 1 ? ")" : "");
        }
        out.append(')');
    }
}

package touchstone.web.markup;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import touchstone.judge.formula.Expression;
import touchstone.judge.formula.Expression.Binary;
import touchstone.judge.formula.Expression.Call;
import touchstone.judge.formula.Expression.Constant;
import touchstone.judge.formula.Expression.Literal;
import touchstone.judge.formula.Expression.Negation;
import touchstone.judge.formula.Expression.Operator;
import touchstone.judge.formula.Expression.Variable;
import touchstone.judge.formula.Formula;
import touchstone.judge.formula.Function;

/// A formula as the judge understood it, drawn as MathML: fractions, powers, roots, and no bracket that they make
/// needless.
public final class FormulaView {
    /// How tightly something holds together.
    private static final int SUM = 1;
    private static final int PRODUCT = 2;
    private static final int SIGNED = 3;
    private static final int FRACTION = 4;
    private static final int POWER = 5;
    private static final int ATOM = 6;
    private static final double PLAIN_MIN = 1e-4;
    private static final double PLAIN_MAX = 1e9;
    private static final Pattern INDEXED = Pattern.compile("(\\p{L}+?)_?(\\d+|(?<=_)\\w+)");
    private static final List<String> GREEK = List.of("alpha", "beta", "gamma", "delta", "epsilon", "zeta",
            "eta", "theta", "iota", "kappa", "lambda", "mu", "nu", "xi", "omicron", "pi", "rho", "", "sigma",
            "tau", "upsilon", "phi", "chi", "psi", "omega");

    private FormulaView() {}

    /// A `math` element that says the formula's text in its annotation.
    public static String mathml(Formula formula) {
        return "<math displaystyle=\"true\"><semantics>" + row(formula.expression())
                + "<annotation encoding=\"text/plain\">" + Escaped.prose(formula.normalised())
                + "</annotation></semantics></math>";
    }

    private static String row(Expression expression) {
        return "<mrow>" + drawn(expression) + "</mrow>";
    }

    private static String drawn(Expression expression) {
        return switch (expression) {
            case Literal(double value) -> number(value);
            case Variable(var _, var name) -> name(name);
            case Constant constant -> identifier(constant == Constant.PI ? "π" : "e");
            case Negation(var operand) -> operator("−") + atLeast(FRACTION, operand);
            case Call(var function, var arguments) -> call(function, arguments);
            case Binary(var operator, var left, var right) -> binary(operator, left, right);
        };
    }

    private static String binary(Operator operator, Expression left, Expression right) {
        return switch (operator) {
            case PLUS -> infix(left, "+", right, SUM);
            case MINUS -> infix(left, "−", right, SUM);
            case TIMES -> infix(left, "·", right, PRODUCT);
            case OVER -> "<mfrac>" + row(left) + row(right) + "</mfrac>";
            case POWER -> "<msup><mrow>" + atLeast(ATOM, left) + "</mrow>" + row(right) + "</msup>";
        };
    }

    private static String infix(Expression left, String operator, Expression right, int tightness) {
        // no sign may follow another
        int least = right instanceof Negation ? ATOM : tightness + 1;
        return atLeast(tightness, left) + operator(operator) + atLeast(least, right);
    }

    private static String atLeast(int tightness, Expression expression) {
        return tightness(expression) < tightness ? brackets("(", row(expression), ")") : drawn(expression);
    }

    private static int tightness(Expression expression) {
        return switch (expression) {
            case Literal(double value) -> number(value).startsWith("<mn>") ? ATOM : PRODUCT;
            case Variable _,Constant _ -> ATOM;
            case Call(var function, var _) ->
                function == Function.ABS || function == Function.FLOOR || function == Function.CEIL ? ATOM
                        : POWER;
            case Negation _ -> SIGNED;
            case Binary(var operator, var _, var _) -> switch (operator) {
                case PLUS, MINUS -> SUM;
                case TIMES -> PRODUCT;
                case OVER -> FRACTION;
                case POWER -> POWER;
            };
        };
    }

    private static String call(Function function, List<Expression> arguments) {
        var inside = arguments(arguments);
        return switch (function) {
            case SQRT -> "<msqrt>" + inside + "</msqrt>";
            case ABS -> brackets("|", inside, "|");
            case FLOOR -> brackets("⌊", inside, "⌋");
            case CEIL -> brackets("⌈", inside, "⌉");
            case LOG2 -> applied("<msub>" + identifier("log") + "<mn>2</mn></msub>", inside);
            case LOG10 -> applied("<msub>" + identifier("log") + "<mn>10</mn></msub>", inside);
            case EXP, LN, MIN, MAX, SIN, COS, TAN, TANH, ROUND, POW ->
                applied(identifier(function.usualName()), inside);
        };
    }

    private static String applied(String function, String inside) {
        return function + operator("\u2061") + brackets("(", inside, ")");
    }

    private static String arguments(List<Expression> arguments) {
        var rows = new ArrayList<String>();
        arguments.forEach(argument -> rows.add(row(argument)));
        return "<mrow>" + String.join("<mo separator=\"true\">,</mo>", rows) + "</mrow>";
    }

    private static String brackets(String open, String inside, String close) {
        return "<mrow><mo fence=\"true\" form=\"prefix\">" + open + "</mo>" + inside
                + "<mo fence=\"true\" form=\"postfix\">" + close + "</mo></mrow>";
    }

    private static String operator(String sign) {
        return "<mo>" + sign + "</mo>";
    }

    private static String identifier(String name) {
        return "<mi>" + Escaped.prose(name) + "</mi>";
    }

    private static String name(String name) {
        var indexed = INDEXED.matcher(name);
        if (!indexed.matches()) {
            return identifier(greek(name));
        }
        var index = indexed.group(2);
        boolean number = index.chars().allMatch(c -> c >= '0' && c <= '9');
        return "<msub>" + identifier(greek(indexed.group(1)))
                + (number ? "<mn>" + index + "</mn>" : identifier(greek(index))) + "</msub>";
    }

    private static String greek(String name) {
        int small = name.isEmpty() ? -1 : GREEK.indexOf(name.toLowerCase(Locale.ROOT));
        if (small < 0) {
            return name;
        }
        boolean capital = Character.isUpperCase(name.charAt(0));
        return Character.toString((capital ? 'Α' : 'α') + small);
    }

    /// As scientists write it: what is very small or large is a product with a power of ten.
    private static String number(double value) {
        boolean plain = value == 0 || (value >= PLAIN_MIN && value < PLAIN_MAX);
        var decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        if (plain) {
            return "<mn>" + decimal.toPlainString() + "</mn>";
        }
        int exponent = decimal.precision() - decimal.scale() - 1;
        var mantissa = decimal.movePointLeft(exponent).stripTrailingZeros().toPlainString();
        var power = "<msup><mn>10</mn><mrow>" + (exponent < 0 ? operator("−") : "") + "<mn>"
                + Math.abs(exponent) + "</mn></mrow></msup>";
        return "<mrow>" + (mantissa.equals("1") ? power : "<mn>" + mantissa + "</mn>" + operator("×") + power)
                + "</mrow>";
    }
}

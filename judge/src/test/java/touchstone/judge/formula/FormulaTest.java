package touchstone.judge.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import touchstone.judge.formula.Formula.Reading;
import touchstone.judge.text.Hint;

class FormulaTest {
    private static final List<String> VARIABLES = List.of("T", "alpha", "beta", "x", "x1", "bits");
    private static final double T = 4;
    private static final double A = 0.3;
    private static final double B = 2.5;
    private static final double X = 1.75;
    private static final double X1 = -0.6;
    private static final double BITS = 8;

    private static Formula read(String text, List<String> variables) {
        return switch (Formula.read(text, variables)) {
            case Reading.Read(Formula formula) -> formula;
            case Reading.Unreadable(Hint hint) -> throw new AssertionError(text + ": " + hint);
        };
    }

    /// Boxed, so that it is compared bit for bit: NaN with NaN, 0 and -0 apart.
    private static Double value(Formula formula, double... point) {
        return new LocalEvaluator().values(formula, List.of(point))[0];
    }

    static Stream<Arguments> spellings() {
        return Stream.of(numbers(), operators(), powers(), brackets(), functions(), names(), lookalikes())
                .flatMap(each -> each);
    }

    private static Stream<Arguments> numbers() {
        return Stream.of(is("0", 0), is("42", 42), is("1/2", 0.5), is("7/2/2", 1.75), is(".5", 0.5),
                is("3.", 3), is("1e3", 1000), is("2.5E-3", 0.0025), is("1e+2", 100), is("2*10^9", 2e9),
                is("2×10^9", 2e9), is("１２．５", 12.5), is("0.1", 0.1), is("123456789012", 123456789012.0),
                is("1.7976931348623157e308", Double.MAX_VALUE), is("4.9e-324", Double.MIN_VALUE),
                is("9007199254740993", 9007199254740992.0), is("1e-7*1e7", 1e-7 * 1e7));
    }

    private static Stream<Arguments> operators() {
        return Stream.of(is("x + T - 1", X + T - 1), is("x-T-1", X - T - 1), is("x-(T-1)", X - (T - 1)),
                is("x/T*2", X / T * 2), is("x/(T*2)", X / (T * 2)), is("x + T*2", X + T * 2),
                is("(x + T)*2", (X + T) * 2), is("-x", -X), is("+x", X), is("--x", X), is("x--1", X + 1),
                is("x*-2", X * -2), is("x/-2", X / -2), is("-x*T", -X * T), is("-(x*T)", -(X * T)),
                is("x+-T", X - T), is("1/3", 1.0 / 3), is("bits/3*3", BITS / 3 * 3), is("-0", -0.0),
                is("0*-1", -0.0), is("1/0", Double.POSITIVE_INFINITY), is("0/0", Double.NaN),
                is("  x\t+\u00a0T\u3000", X + T));
    }

    private static Stream<Arguments> powers() {
        return Stream.of(is("T^2", 16), is("T**2", 16), is("T²", 16), is("T ^ 2", 16), is("-2^2", -4),
                is("(-2)^2", 4), is("2^-1", 0.5), is("2^-x^2", Math.pow(2, -Math.pow(X, 2))),
                is("2^3^2", 512), is("(2^3)^2", 64), is("2**3**2", 512), is("x⁻¹", 1 / X), is("T³", 64),
                is("T⁻²", 1.0 / 16), is("x¹⁰", Math.pow(X, 10)), is("2^T²", Math.pow(2, 16)), is("T²^2", 256),
                is("-T²", -16), is("2*T^2", 32), is("T^2/2", 8), is("T^(1/2)", 2), is("T^0.5", 2),
                is("x1^2", X1 * X1), is("x₁²", X1 * X1), is("e^x", Math.pow(Math.E, X)),
                is("2^(bits-1) - 1", 127), is("(-8)^(1/3)", Double.NaN), is("0^0", 1), is("pow(T, 3)", 64),
                is("T⁺²", 16));
    }

    private static Stream<Arguments> brackets() {
        return Stream.of(is("((x))", X), is("[x + 1]*2", (X + 1) * 2), is("（x + 1）*2", (X + 1) * 2),
                is("［x］", X), is("|x1|", -X1), is("|x1|^2", X1 * X1), is("|-|x1||", -X1),
                is("||x|-T|", T - X), is("2*|x1|*3", 2 * -X1 * 3), is("|x-(|x1|)|", X + X1), is("√T", 2),
                is("√(T+5)", 3), is("√[T]", 2), is("√T/2", 1), is("√√16", 2), is("-√T", -2),
                is("√|x1|", Math.sqrt(-X1)), is("√(T)^3", 8), is("√2*T", Math.sqrt(2) * T),
                is("exp[x]", Math.exp(X)), is("√exp(x)", Math.sqrt(Math.exp(X))));
    }

    private static Stream<Arguments> functions() {
        return Stream.of(is("exp(x)", Math.exp(X)), is("log(x)", Math.log(X)), is("ln(x)", Math.log(X)),
                is("log2(bits)", 3), is("log₂(bits)", 3), is("log_2(bits)", 3), is("ceil(log2(2^29))", 29),
                is("log2(3)", Math.log(3) / Math.log(2)), is("log2(0)", Double.NEGATIVE_INFINITY),
                is("log2(1/0)", Double.POSITIVE_INFINITY), is("log2(-1)", Double.NaN),
                is("log2(2^-1074)", -1074), is("log10(1000)", 3), is("log₁₀(1000)", 3),
                is("sqrt(x)", Math.sqrt(X)), is("abs(x1)", -X1), is("min(x, T)", X), is("max(x, T)", T),
                is("max(x, T, bits)", BITS), is("min(3, 1, 2, x1)", X1), is("max（x，T）", T),
                is("sin(x)", Math.sin(X)), is("cos(x)", Math.cos(X)), is("tan(x)", Math.tan(X)),
                is("tanh(x)", Math.tanh(X)), is("floor(-1.5)", -2), is("ceil(1.2)", 2), is("round(2.5)", 2),
                is("round(3.5)", 4), is("round(-0.4)", -0.0),
                is("exp(-x/T) / (1 + exp(-x/T))", Math.exp(-X / T) / (1 + Math.exp(-X / T))),
                is("ｅｘｐ（ｘ）", Math.exp(X)));
    }

    private static Stream<Arguments> names() {
        return Stream.of(is("α", A), is("alpha", A), is("𝛼", A), is("α*β", A * B), is("x_1", X1),
                is("x₁", X1), is("x1", X1), is("bits", BITS), is("pi", Math.PI), is("π", Math.PI),
                is("2*π*x", 2 * Math.PI * X), is("e", Math.E), is("y = x + 1", X + 1),
                is("L_KD = α*T²", A * 16), is("loss＝x", X), is("β² / α", B * B / A));
    }

    private static Stream<Arguments> lookalikes() {
        return Stream.of(is("x − T", X - T), is("x – T", X - T), is("x － T", X - T), is("x ‐ T", X - T),
                is("x·T", X * T), is("x × T", X * T), is("x ⋅ T", X * T), is("x ∗ T", X * T),
                is("x ＊ T", X * T), is("x＊＊2", X * X), is("x ÷ T", X / T), is("x ／ T", X / T),
                is("x ∕ T", X / T), is("｜x1｜", -X1), is("x＾2", X * X), is("ｘ ＋ Ｔ", X + T),
                is("𝑥 + 𝑇", X + T));
    }

    private static Arguments is(String text, double value) {
        return Arguments.of(text, value);
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void a_spelling_has_its_value(String text, double value) {
        assertThat(value(read(text, VARIABLES), T, A, B, X, X1, BITS)).isEqualTo(Double.valueOf(value));
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void the_normal_spelling_means_the_same(String text, double value) {
        var formula = read(text, VARIABLES);

        assertThat(read(formula.normalised(), VARIABLES).java()).isEqualTo(formula.java());
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void the_normal_spelling_is_its_own(String text, double value) {
        var normalised = read(text, VARIABLES).normalised();

        assertThat(read(normalised, VARIABLES).normalised()).isEqualTo(normalised);
    }

    @Test
    void normal_spellings_are_what_people_write() {
        assertThat(Stream
                .of("T²·(α − x₁)", "√x/2**bits", "|x|", "exp(-(x))", "2^(-1)", "pow(x, T)", "(x^T)^2",
                        "x-(T-1)", "((x*T))/2", "max(x,T,1e-12)", "log(x)", "-(x+T)", "1e6*2.50")
                .map(each -> read(each, VARIABLES).normalised())).containsExactly("T^2*(alpha - x1)",
                        "sqrt(x)/2^bits", "abs(x)", "exp(-x)", "2^-1", "x^T", "(x^T)^2", "x - (T - 1)",
                        "x*T/2", "max(x, T, 1e-12)", "ln(x)", "-(x + T)", "1000000*2.5");
    }

    @Test
    void numbers_are_doubles_in_java() {
        assertThat(read("1/2 + x^2", List.of("x")).java()).isEqualTo("1.0/2.0 + Math.pow(v0, 2.0)");
    }

    @Test
    void a_variable_comes_before_a_constant_and_a_function_of_its_name() {
        var formula = read("e + max", List.of("max", "e"));

        assertThat(formula.java()).isEqualTo("v1 + v0");
    }

    @Test
    void greek_works_both_ways() {
        assertThat(read("alpha_1*Delta", List.of("α1", "Δ")).java()).isEqualTo("v0*v1");
        assertThat(read("α₁*Δ", List.of("alpha1", "Delta")).java()).isEqualTo("v0*v1");
    }

    @Test
    void names_alike_but_for_an_underscore_answer_to_their_exact_spelling() {
        assertThat(read("x_1 - x1", List.of("x1", "x_1")).java()).isEqualTo("v1 - v0");
        assertThat(Formula.read("x₁", List.of("x_1", "x__1"))).isInstanceOf(Reading.Unreadable.class);
    }

    @Test
    void a_long_sum_fits_the_stack() {
        var formula = read("x+".repeat(195) + "x", List.of("x"));

        assertThat(value(formula, 1.0)).isEqualTo(196);
    }

    @Test
    void random_trees_have_the_values_of_their_spellings() {
        var random = new Random(20261121);
        for (int i = 0; i < 500; i++) {
            var tree = Tree.grown(random, 5);
            var text = tree.spelled(random);
            var point = new double[]{random.nextDouble(-3, 3), random.nextDouble(-3, 3),
                    random.nextDouble(1, 9)};
            var formula = read(text, Tree.NAMES);

            assertThat(value(formula, point)).as(text).isEqualTo(Double.valueOf(tree.value(point)));
            assertThat(read(formula.normalised(), Tree.NAMES).java()).as(text).isEqualTo(formula.java());
        }
    }

    @Test
    void garbage_is_never_more_than_unreadable() {
        var random = new Random(7);
        var pieces = List.of("x", "T", "1", "2.5", "+", "-", "*", "/", "^", "**", "(", ")", "[", "]", "|",
                "√", "²", "⁻", ",", ".", "=", "exp", "max(", "alpha", "α", "{", "\\", "\"", ";", " ", "e",
                "1e", "_", "₁", "π", "\u0000", "\ud83d", "\ude00", "😀", "é", "１", "0x", "//", "->", "%",
                "￥");
        for (int i = 0; i < 10_000; i++) {
            var text = new StringBuilder();
            for (int left = random.nextInt(14); left > 0; left--) {
                text.append(random.nextInt(9) == 0 ? Character.toString(random.nextInt(0x11_0000))
                        : pieces.get(random.nextInt(pieces.size())));
            }
            if (Formula.read(text.toString(), VARIABLES) instanceof Reading.Unreadable(Hint hint)) {
                assertThat(hint.column()).as(text.toString()).isBetween(0, text.length() + 1);
            }
        }
    }

    /// The one thing that is ever compiled is made of these words, whatever the text was.
    @Test
    void java_is_arithmetic_and_nothing_else() {
        var random = new Random(3);
        for (int i = 0; i < 500; i++) {
            var formula = read(Tree.grown(random, 6).spelled(random), Tree.NAMES);

            assertThat(formula.java()).matches(
                    "(Math\\.[a-zE0-9]+\\(|Math\\.(PI|E)|touchstone\\.judge\\.formula\\.JaninoCalculation"
                            + "\\.log2\\(|v\\d+|\\d+\\.\\d+(E-?\\d+)?|[-+*/(), ])+");
        }
    }
}

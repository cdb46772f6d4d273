package touchstone.judge.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import touchstone.judge.formula.Formula.Reading;
import touchstone.judge.text.Hint;
import touchstone.judge.text.Language;
import touchstone.judge.text.Words;

/// What cannot be read, where the hint points, and what it says.
class FormulaHintTest {
    static final String BUNDLE = "touchstone.judge.formula.hints";
    private static final List<String> VARIABLES = List.of("T", "alpha", "beta", "x", "x1", "bits");

    /// Text, column, key without its beginning.
    static Stream<Arguments> refused() {
        return Stream
                .of(nothing(), sideBySide(), brackets(), operands(), functions(), names(), numbers(),
                        programs(), otherWritings(), limits())
                .flatMap(each -> each);
    }

    private static Stream<Arguments> nothing() {
        return Stream.of(at("", 0, "empty"), at("  \t", 0, "empty"), at("\u3000", 0, "empty"),
                at("\u00a0", 0, "empty"));
    }

    private static Stream<Arguments> sideBySide() {
        return Stream.of(at("2x", 2, "product"), at("x T", 3, "product"), at("2(x+1)", 2, "product"),
                at("(x)(T)", 4, "product"), at("x(T+1)", 2, "product"), at("2 3", 3, "product"),
                at("x 2", 3, "product"), at("2√x", 2, "product"), at("2pi", 2, "product"),
                at("x sqrt(T)", 3, "product"), at("xT", 1, "product"), at("1 + alphaT", 5, "product"),
                at("2αβ", 2, "product"), at("αβ", 1, "product"), at("exp(x)(1)", 7, "product"),
                at("x²T", 3, "product"), at("1f", 2, "product"), at("10L", 3, "product"),
                at("|x|T", 4, "product"), at("[x][T]", 4, "product"));
    }

    private static Stream<Arguments> brackets() {
        return Stream.of(at("(x + 1", 1, "unclosed"), at("2*(x + (T - 1)", 3, "unclosed"),
                at("x + 1)", 6, "unopened"), at("(x))", 4, "unopened"), at("exp(x", 4, "unclosed"),
                at("(x]", 3, "mismatch"), at("[x)", 3, "mismatch"), at("|x", 1, "unclosed"),
                at("(|x)", 2, "unclosed"), at("x|", 2, "bar"), at("x | T", 3, "bar"), at("(x|T)", 3, "bar"),
                at("x]", 2, "unopened"), at("（x", 1, "unclosed"), at("((x)", 1, "unclosed"),
                at(")", 1, "missing.before"), at("(x,T)", 3, "comma"), at("x || T", 3, "bar"));
    }

    private static Stream<Arguments> operands() {
        return Stream.of(at("x +", 3, "missing.after"), at("* x", 1, "missing.before"),
                at("x * / T", 3, "missing.after"), at("()", 1, "missing.after"),
                at("x***T", 2, "missing.after"), at("x^", 2, "missing.after"), at("-", 1, "missing.after"),
                at("max(x,)", 6, "missing.after"), at("max(,x)", 4, "missing.after"),
                at("y =", 3, "missing.after"), at("√", 1, "missing.after"), at("||", 2, "missing.after"),
                at("x^^2", 2, "missing.after"), at("²", 1, "missing.before"), at("x++", 3, "missing.after"),
                at("x ^ * 2", 3, "missing.after"), at("x² ²", 4, "symbol"));
    }

    private static Stream<Arguments> functions() {
        return Stream.of(at("exp x", 1, "call"), at("1 + sqrt", 5, "call"), at("sin²(x)", 1, "call"),
                at("exp()", 1, "arguments"), at("exp(x, T)", 1, "arguments"), at("max(x)", 1, "arguments"),
                at("pow(x)", 1, "arguments"), at("pow(x, 1, 2)", 1, "arguments"),
                at("2*sqrt(1,5)", 3, "arguments"), at("log(x, 2)", 1, "arguments"),
                at("exq(x)", 1, "function.near"), at("softmax(x)", 1, "function"),
                at("1+Exp(x)", 3, "name.case"), at("lg(x)", 1, "lg"), at("arctan(x)", 1, "function.near"),
                at("√x^2", 1, "root"), at("√x²", 1, "root"));
    }

    private static Stream<Arguments> names() {
        return Stream.of(at("t", 1, "name.case"), at("X1 + 1", 1, "name.case"), at("ALPHA", 1, "name.case"),
                at("1 + alpa", 5, "name.near"), at("x + bit", 5, "name.near"), at("q", 1, "name"),
                at("x + 温度", 5, "name"), at("γ", 1, "name"), at("PI", 1, "name.case"),
                at("E", 1, "name.case"), at("x_2", 1, "name"), at("x₂", 1, "name.near"),
                at("ｘ ＋ ｑ", 5, "name"), at("weights", 1, "name"), at("𝑞", 1, "name"),
                at("𝑥 + 𝑞", 5, "name"));
    }

    private static Stream<Arguments> numbers() {
        return Stream.of(at("1.2.3", 1, "number.malformed"), at("1..2", 1, "number.malformed"),
                at("1_000", 1, "number.malformed"), at("x + 1e5.2", 5, "number.malformed"),
                at("1,5", 2, "comma"), at("1,000 * x", 2, "comma"), at("x，T", 2, "comma"),
                at("0x1F", 1, "number.base"), at("0b101", 1, "number.base"), at("x*0o17", 3, "number.base"),
                at("010", 1, "number.zeros"), at("00.5", 1, "number.zeros"), at("1e999", 1, "number.range"),
                at("1e-999", 1, "number.range"), at("x⁹" + "⁹".repeat(400), 2, "number.range"),
                at("5%", 2, "percent"), at("٣", 1, "symbol"), at("½", 1, "symbol"), at("①", 1, "symbol"));
    }

    private static Stream<Arguments> programs() {
        return Stream.of(at("Math.exp(x)", 1, "dot"), at("1 + np.sqrt(x)", 5, "dot"),
                at("System.exit(0)", 1, "code"), at("Runtime.getRuntime().exec(\"rm\")", 1, "code"),
                at("new Object()", 1, "code"), at("x; T", 2, "code"), at("\"x\"", 1, "code"),
                at("'x'", 1, "code"), at("`x`", 1, "code"), at("x // T", 3, "code"),
                at("x /* T */", 3, "code"), at("\\u0041", 1, "code"), at("x -> x", 3, "code"),
                at("x > 0 ? x : T", 3, "comparison"), at("x ? T : 1", 3, "code"), at("x & T", 3, "code"),
                at("~x", 1, "code"), at("x << 2", 3, "comparison"), at("x >> 2", 3, "comparison"),
                at("x @ T", 3, "code"), at("x # T", 3, "code"), at("return x", 1, "code"),
                at("int x", 1, "code"), at("x.T", 1, "code"), at("x . T", 3, "code"),
                at("java.lang.Math.abs(x)", 1, "dot"), at("this", 1, "code"),
                at("x instanceof T", 3, "product"), at("(double) x", 2, "code"), at("x[T]", 2, "product"),
                at("x ； T", 3, "code"), at("while(1)", 1, "code"), at("v0", 1, "name"),
                at("java", 1, "name"));
    }

    private static Stream<Arguments> otherWritings() {
        return Stream.of(at("\\frac{x}{T}", 1, "latex"), at("x \\cdot T", 3, "latex"), at("$x$", 1, "latex"),
                at("\\", 1, "latex"), at("T^{2}", 3, "braces"), at("{x}", 1, "braces"), at("}", 1, "braces"),
                at("x = T", 3, "equation"), at("(y = x)", 2, "name"), at("x == T", 3, "comparison"),
                at("x <= T", 3, "comparison"), at("x ≤ T", 3, "comparison"), at("x ≠ T", 3, "comparison"),
                at("x != T", 3, "comparison"), at("x!", 2, "symbol"), at("x + ∞", 5, "symbol"),
                at("∑ x", 1, "symbol"), at("xⁿ", 2, "symbol"), at("x⁻", 2, "symbol"),
                at("x € T", 3, "symbol"), at("x\u200b+ T", 2, "invisible"), at("\u202ex", 1, "invisible"),
                at("x\u0000", 2, "invisible"), at("x\ud800", 2, "invisible"), at("\ufeffx", 1, "invisible"),
                at("x — T", 3, "symbol"), at("y = 2x", 6, "product"), at("z = = x", 3, "missing.after"));
    }

    private static Stream<Arguments> limits() {
        return Stream.of(at("x".repeat(1001), 0, "long"), at("(".repeat(100_000), 0, "long"),
                at("x+".repeat(250) + "x", 0, "large"),
                at("(".repeat(100) + "x" + ")".repeat(100), 61, "deep"),
                at("-".repeat(100) + "x", 61, "deep"), at("√".repeat(100) + "x", 60, "deep"),
                at("|".repeat(100) + "x" + "|".repeat(100), 61, "deep"),
                at("2^".repeat(100) + "x", 121, "deep"));
    }

    private static Arguments at(String text, int column, String key) {
        return Arguments.of(text, column, "formula." + key);
    }

    private static Hint hint(String text) {
        return Formula.read(text, VARIABLES) instanceof Reading.Unreadable(Hint hint) ? hint
                : Hint.at(-1, "was read");
    }

    @ParameterizedTest(name = "[{index}] column {1} {2}")
    @MethodSource("refused")
    void a_hint_points_at_the_mistake(String text, int column, String key) {
        assertThat(hint(text)).extracting(Hint::column, Hint::key).containsExactly(column, key);
    }

    @ParameterizedTest(name = "[{index}] {2}")
    @MethodSource("refused")
    void a_hint_says_something_in_both_languages(String text, int column, String key) {
        for (var language : Language.values()) {
            assertThat(Words.of(BUNDLE, language).say(key, hint(text).arguments().toArray()))
                    .hasSizeGreaterThan(5)
                    .doesNotContain("{");
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_hint_is_one_that_somebody_can_get(Language language) {
        var seen = refused().map(each -> (String) each.get()[2]).collect(Collectors.toSet());
        seen.add(((Reading.Unreadable) Formula.read("x", List.of())).hint().key());

        assertThat(Words.of(BUNDLE, language).bundle().keySet()).containsExactlyInAnyOrderElementsOf(seen);
    }

    @Test
    void a_missing_multiplication_is_shown_where_it_belongs() {
        assertThat(Set.of("2x", "2(x+1)", "(x)(T)", "alphaT")
                .stream()
                .map(each -> hint(each).arguments().getFirst()))
                .containsExactlyInAnyOrder("2*x", "2*(", ")*(", "alpha*T");
    }

    @Test
    void an_unknown_name_is_answered_with_those_that_exist() {
        assertThat(hint("alpa").arguments()).containsExactly("alpa", "alpha", "T, alpha, beta, x, x1, bits");
        assertThat(hint("t").arguments()).containsExactly("t", "T");
        assertThat(hint("Math.exp(x)").arguments()).containsExactly("exp", "Math.exp");
    }
}

package touchstone.web.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import touchstone.judge.formula.Formula;
import touchstone.judge.formula.Formula.Reading;

class FormulaViewTest {
    private static final List<String> VARIABLES = List.of("x", "y", "n", "alpha", "w_1", "sigma_max", "loss",
            "d1");

    private static String view(String text) {
        if (!(Formula.read(text, VARIABLES) instanceof Reading.Read(var formula))) {
            throw new AssertionError("unreadable: " + text);
        }
        return FormulaView.mathml(formula);
    }

    /// What is drawn, with a fraction as `{a}{b}`.
    private static String drawn(String text) {
        var html = view(text);
        Html.safe(html);
        return html.replaceAll("<annotation.*", "")
                .replaceAll("<mfrac><mrow>", "{")
                .replaceAll("</mfrac>", "}")
                .replaceAll("<msup>", "^")
                .replaceAll("<msub>", "_")
                .replaceAll("<msqrt>", "√")
                .replaceAll("<[^>]*>", "");
    }

    @ParameterizedTest
    @CsvSource({"x+y*n, x+y·n", "(x+y)*n, (x+y)·n", "x-(y-n), x−(y−n)", "x-(y+n), x−(y+n)", "x-y-n, x−y−n",
            "x*(-y), x·(−y)", "-x*y, −x·y", "-(x+y), −(x+y)", "x+(-y), x+(−y)", "(x+y)/n, {x+yn}",
            "x*(y/n), x·{yn}", "x^2, ^x2", "(x+y)^2, ^(x+y)2", "(-x)^2, ^(−x)2", "x^(y+n), ^xy+n",
            "sqrt(x+1), √x+1", "abs(x-y), |x−y|", "ceil(x/y), ⌈{xy}⌉", "alpha*w_1, α·_w1", "sigma_max, _σmax",
            "loss, loss", "d1, _d1", "pi*e, π·e", "log2(x), _log2\u2061(x)", "'max(x,y)', 'max\u2061(x,y)'",
            "exp(-x)^2, ^(exp\u2061(−x))2", "1e-9, ^10−9", "3*2.5e8, 3·250000000", "3*2.5e10, 3·(2.5×^1010)"})
    void brackets_stand_where_they_are_needed(String text, String drawn) {
        assertThat(drawn(text)).isEqualTo(drawn);
    }

    @Test
    void the_largest_formula_that_the_judge_reads_is_drawn() {
        Html.safe(view("x+".repeat(199) + "x"));
        Html.safe(view("(".repeat(50) + "x" + ")/y".repeat(50)));
        Html.safe(view("sqrt(".repeat(50) + "x" + ")".repeat(50)));
    }
}

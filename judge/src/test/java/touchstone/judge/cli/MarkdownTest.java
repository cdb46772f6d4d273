package touchstone.judge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import touchstone.judge.report.Style;

class MarkdownTest {
    @Test
    void formulas_are_no_markup_and_code_is_no_formula() {
        assertThat(render("$a_i * b_i$ cost `$5_000$`, *yes*")).isEqualTo("aᵢ * bᵢ cost `$5_000$`, yes\n");
    }

    @Test
    void a_statement_keeps_its_shape() {
        var markdown = """
            # Title

            First line
            and second.

            1. one
            2. two, which is long, so it must be wrapped

            - item

            ```java
            int $x$ = 1;
            ```

            | a | b |
            |---|---|
            """;

        assertThat(render(markdown)).isEqualTo("""
            Title

            First line and second.

              1. one
              2. two, which is long, so it
                 must be wrapped

              • item

                int $x$ = 1;

            | a | b |
            |---|---|
            """);
    }

    @Test
    void chinese_is_wrapped_by_columns_without_spaces() {
        assertThat(render("给定一个矩阵和一个剪枝比例，\n把幅值最小的元素置为零。")).isEqualTo("""
            给定一个矩阵和一个剪枝比例，把
            幅值最小的元素置为零。
            """);
    }

    private static String render(String markdown) {
        return Markdown.render(markdown, Style.PLAIN, 30);
    }
}

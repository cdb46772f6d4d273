package touchstone.web.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Texts of people who want something else than to answer.
class HostileMarkupTest {
    private static final Markup MARKUP = new Markup();

    static Stream<String> texts() {
        return Stream.of("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "a<b onclick='x'>c",
                "<div style=\"position:fixed\">\n\nx\n\n</div>", "<!-- --> <?php ?> <![CDATA[ ]]>",
                "```<script>\n</code></pre><script>\n```", "```java\" onload=\"x\n\"\n```",
                "`</code><script>`", "[a](\"onmouseover=\"x)", "[a](https://x \"t\\\" onclick=\\\"y\")",
                "[<b>](/x'\"><script>)", "&lt;script&gt; &#60;script&#62; &amp;lt;", "$<script>$",
                "$</math><script>$", "$\\text{</annotation>}$", "$\\verb|<img src=x>|$", "$\\unicode{x3C}$",
                "$\\char`\\<$", "$\\htmlId{a}{b} \\htmlData{a=b}{c}$", "$\\url{javascript:x}$",
                "$\\color{url(javascript:x)}{y}$", "$\\colorbox{red;x:y}{z}$",
                "$\\rule{9999em}{9999em} \\kern-9999em \\raisebox{999em}{x}$", "$\\tag{1}$ $$x\\tag{<b>}$$",
                "$\\newcommand{\\x}{\\x\\x}\\x$", "$\\global\\def\\frac{}$",
                "$\\edef\\a{aaaa}\\edef\\a{\\a\\a\\a}$", "| a | b |\n|---|---|\n| $|x|$ | <b> |",
                "\u202Eabc\u202C \u2066x\u2069 \u200F \uFEFF",
                "\u0000\u0001\u000B\u007F\u0085 \uD800 \uDC00 \uFFFE \uFFFF", "a\rb\r\nc\fd", "");
    }

    static Stream<String> masses() {
        return Stream
                .of("$", "$$", "$a ", "$ a", "\\$", "*a **b ", "[", "[a](", "![", "`", "> ", "- ", "<", "&",
                        "|-", "_a_", "$x$", "$\\frac", "{", "$${", "\\left(", "a$", "\n$$\n", "$x_{", "<a ",
                        "* * ", "1. ", "~", "(")
                .flatMap(piece -> Stream.of(piece.repeat(300), piece.repeat(8_000 / piece.length()),
                        "$" + piece.repeat(400) + "$"));
    }

    @ParameterizedTest
    @MethodSource({"texts", "masses"})
    void nothing_gets_through_but_what_is_on_the_list(String text) {
        Html.safe(MARKUP.page(text));
        Html.safe(MARKUP.line(text));
    }

    @Test
    void a_text_that_is_too_long_is_shown_as_written() {
        var html = MARKUP.page("*x* ".repeat(60_000));
        assertThat(html).startsWith("<pre class=\"source\">*x* ");
    }

    @ParameterizedTest
    @MethodSource("nested")
    void formulas_inside_one_another_end_somewhere(String tex) {
        Html.safe(MARKUP.page("$" + tex + "$"));
    }

    static Stream<String> nested() {
        return Stream.of("{", "x^{", "\\sqrt{", "\\frac{", "\\left(", "\\begin{matrix}", "\\text{", "\\hat",
                "\\sqrt", "x^", "\\overline", "\\mathbf", "⁰", "\\big", "\\not", "'", "\\frac12", "&", "\\\\")
                .flatMap(open -> Stream.of(20, 60, 300).map(open::repeat))
                .flatMap(open -> Stream.of(open, open + "x", open + "x" + "}".repeat(30),
                        open + "x" + "}".repeat(60), open + "x" + "\\right)".repeat(60),
                        open + "x" + "\\end{matrix}".repeat(20)));
    }

    /// Pieces that mean something, in any order: what nobody thought of.
    @Test
    void any_mixture_is_safe() {
        var pieces = List.of("$", "$$", "\n", "\n\n", "`", "```", "*", "_", "[", "](", ")", "!", "<", ">",
                "script", "&", "javascript:", "\"", "'", "\\", "\\frac", "\\text", "{", "}", "|", "|---|",
                "- ", "# ", "> ", "x", " ", "\u202E", "\\left(", "\\right)", "\\begin{cases}", "\\end{cases}",
                "中文", "1", "^", "_", "&amp;", "\t");
        var random = new Random(20261122);
        for (int i = 0; i < 1_000; i++) {
            var text = IntStream.range(0, 1 + random.nextInt(40))
                    .mapToObj(_ -> pieces.get(random.nextInt(pieces.size())))
                    .collect(Collectors.joining());
            Html.safe(MARKUP.page(text));
        }
    }
}

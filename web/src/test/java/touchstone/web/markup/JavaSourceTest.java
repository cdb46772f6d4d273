package touchstone.web.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JavaSourceTest {
    @Test
    void words_literals_and_comments_are_told_apart() {
        assertThat(JavaSource.lines("@Override public int x(String s) { return 0x1F + 1e-3f; } // <b>"))
                .containsExactly("<span class=\"ann\">@Override</span> <span class=\"kw\">public</span> "
                        + "<span class=\"kw\">int</span> x(<span class=\"type\">String</span> s) { "
                        + "<span class=\"kw\">return</span> <span class=\"num\">0x1F</span> + "
                        + "<span class=\"num\">1e-3f</span>; } <span class=\"com\">// &lt;b&gt;</span>");
    }

    @Test
    void what_goes_over_lines_is_opened_again_on_each() {
        assertThat(JavaSource.lines("/* a\n\nb */ c\n\"\"\"\n\\\"\"\" d\n\"\"\" e")).containsExactly(
                "<span class=\"com\">/* a</span>", "", "<span class=\"com\">b */</span> c",
                "<span class=\"str\">&quot;&quot;&quot;</span>",
                "<span class=\"str\">\\&quot;&quot;&quot; d</span>",
                "<span class=\"str\">&quot;&quot;&quot;</span> e");
    }

    @Test
    void a_string_that_is_not_closed_ends_with_its_line() {
        assertThat(JavaSource.lines("\"a\\\nint b")).containsExactly("<span class=\"str\">&quot;a\\</span>",
                "<span class=\"kw\">int</span> b");
    }

    @Test
    void what_nobody_would_see_is_shown() {
        assertThat(JavaSource.lines("a\u202E\u200B\u00A0\uFEFF\u3164\uDB40\uDC41\u0000;").getFirst())
                .contains("<span class=\"chip\">\\u202E</span>", "\\u200B", "\\u00A0", "\\uFEFF", "\\u3164",
                        "\\u{E0041}", "\\u0000");
    }

    @Test
    void lines_are_anchors_of_their_file() {
        var html = JavaSource.listing("a\n\nb\n", "A<b>\".java", "f1-");
        assertThat(html)
                .contains("aria-label=\"A&lt;b&gt;&quot;.java\"",
                        "<span class=\"ln\" data-n=\"3\" id=\"f1-L3\">b\n</span>")
                .doesNotContain("L4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\"", "'", "/*", "/", "//", "@", "\\", "\"\"\"", "\"\"\"\\", "'\\",
            "0x", ".", "1.", "1e", "\uD83D", "\uDC00x", "a\rb", "</span><script>", "\"\n\"", "'\u2028'"})
    void any_text_has_safe_lines_and_loses_nothing(String source) {
        check(source);
    }

    @Test
    void any_mixture_has_safe_lines_and_loses_nothing() {
        var pieces = List.of("\"", "'", "\"\"\"", "/*", "*/", "//", "\n", "\\", "@", "A", "class", "1", ".",
                "e+", "<", "&", " ", "\uD83D", "\uDE00", "\t", "中", "x", "{");
        var random = new Random(7);
        for (int i = 0; i < 1_000; i++) {
            check(IntStream.range(0, random.nextInt(30))
                    .mapToObj(_ -> pieces.get(random.nextInt(pieces.size())))
                    .collect(Collectors.joining()));
        }
    }

    private static void check(String source) {
        var lines = JavaSource.lines(source);
        lines.forEach(Html::safe);
        Html.safe(JavaSource.listing(source, "A.java", ""));
        var read = lines.stream().map(Html::text).collect(Collectors.joining("\n"));
        assertThat(read.replaceAll("\\\\u[0-9A-F]{4}", "?")).isEqualTo(source.replace('\r', '\n')
                .replaceFirst("\n\\z", "")
                .replace('\u2028', '?')
                .replaceAll("[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]",
                        "?"));
    }
}

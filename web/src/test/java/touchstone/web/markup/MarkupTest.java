package touchstone.web.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class MarkupTest {
    private static final Markup MARKUP = new Markup();

    @Test
    void markdown_becomes_html_below_the_pages_own_heading() {
        var html = MARKUP.page("# 一\n\n###### 六\n\n- *a*\n- **b**\n\n| x | y |\n|--:|---|\n| 1 | `2` |");
        assertThat(html).contains("<h2>一</h2>", "<h6>六</h6>", "<em>a</em>", "<strong>b</strong>",
                "<td align=\"right\">1</td>", "<code>2</code>");
        Html.safe(html);
    }

    @Test
    void a_single_paragraph_can_do_without_its_element() {
        assertThat(MARKUP.line("取 $x$ 的 *模*")).startsWith("取 <math>").endsWith("<em>模</em>");
        assertThat(MARKUP.line("a\n\nb")).contains("<p>a</p>", "<p>b</p>");
    }

    @Test
    void a_formula_keeps_its_source_and_its_underscores() {
        var html = MARKUP.page("$w_{ij} * a_{k}$ 与 $$\\frac{1}{n}\\sum_{i=1}^n x_i$$。");
        assertThat(Html.all(html, "annotation")).extracting(Element::getTextContent)
                .containsExactly("w_{ij} * a_{k}", "\\frac{1}{n}\\sum_{i=1}^n x_i");
        assertThat(Html.all(html, "math")).extracting(math -> math.getAttribute("display"))
                .containsExactly("", "block");
        assertThat(html).doesNotContain("<em>", "style=");
    }

    @Test
    void marks_beside_a_formula_stay_on_its_line() {
        var math = MARKUP.line("$x$");
        assertThat(MARKUP.line("取（$x$）。再取")).isEqualTo("取<span class=\"together\">（" + math + "）。</span>再取");
        assertThat(MARKUP.line("$x$，（$x$ 和 $x$")).isEqualTo("<span class=\"together\">" + math
                + "，</span><span class=\"together\">（" + math + "</span> 和 " + math);
        assertThat(MARKUP.line("$x$<b>")).endsWith("&lt;b&gt;");
        assertThat(MARKUP.line("$x$)))))")).endsWith(")))</span>))");
    }

    @Test
    void a_formula_of_many_lines_is_one_block_whatever_its_lines_begin_with() {
        var html = MARKUP.page("前\n$$\na\n- b\n+ c\n> d\n$$\n后");
        assertThat(html).contains("<p>前</p>", "<div class=\"formula\"><math display=\"block\">", "<p>后</p>");
        assertThat(Html.all(html, "li")).isEmpty();
    }

    @Test
    void cases_align_left_and_arrays_keep_their_rules() {
        assertThat(MARKUP.line("$\\begin{cases}a&b\\\\c&d\\end{cases}$")).contains("<mtd class=\"left\">");
        assertThat(MARKUP.line("$\\begin{array}{c|r}a&b\\\\\\hline c&d\\end{array}$"))
                .contains("<mtd class=\"rule-after rule-below\">", "<mtd class=\"right\">");
    }

    @ParameterizedTest
    @CsvSource({"\\mathbb{R}, ℝ", "\\mathcal{L}, ℒ", "\\mathbf{W}, 𝐖", "\\boldsymbol{\\alpha}, 𝜶",
            "\\mathtt{a1}, 𝚊𝟷", "\\mathfrak{g}, 𝔤"})
    void alphabets_are_letters_of_their_own(String tex, String letters) {
        assertThat(Html.text(MARKUP.line("$" + tex + "$"))).startsWith(letters);
    }

    @ParameterizedTest
    @ValueSource(strings = {"it costs $5, not $10", "a $ b $ c", "$", "$$", "$$$", "$$$$", "US\\$1 or US\\$2",
            "价格 $5，$6"})
    void money_is_no_formula(String text) {
        var html = MARKUP.page(text);
        assertThat(html).doesNotContain("<math");
        assertThat(Html.text(html)).isEqualToIgnoringWhitespace(text.replace("\\", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\frac{1", "\\undefinedthing", "\\def\\a{\\a\\a}\\a",
            "\\href{javascript:alert(1)}{x}", "\\htmlStyle{color:red}{x}",
            "\\includegraphics{http://x/y.png}", "\\begin{matrix}", "a\u202Eb"})
    void what_is_no_formula_of_ours_is_shown_as_written(String tex) {
        var html = MARKUP.page("$" + tex + "$");
        assertThat(html).doesNotContain("<math").contains("<code class=\"tex\">");
        assertThat(Html.text(html)).isEqualTo("$" + tex.replace("\u202E", "\\u202E") + "$");
    }

    @Test
    void an_unclosed_display_costs_one_paragraph() {
        var html = MARKUP.page("$$ a + b\nc\n\n*d*");
        assertThat(html).contains("<pre class=\"tex\" tabindex=\"0\">$$ a + b\nc</pre>", "<em>d</em>");
    }

    @Test
    void links_lead_to_the_web_or_to_this_host() {
        assertThat(MARKUP.page("[a](https://example.org/?a=1&b=2) [b](/help#x) [c](page.html)")).contains(
                "<a href=\"https://example.org/?a=1&amp;b=2\" rel=\"noopener noreferrer nofollow\">a</a>",
                "<a href=\"/help#x\"", "<a href=\"page.html\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](data:text/html,y)",
            "<javascript:alert(1)>", "[x](//example.org)", "[x](\\\\\\\\example.org)", "[x](vbscript:y)",
            "[x]( &#106;avascript:alert(1))", "![x](https://example.org/pixel.png)",
            "[x](<java\u0000script:y>)"})
    void other_addresses_are_words(String text) {
        var html = MARKUP.page(text);
        Html.safe(html);
        assertThat(html).doesNotContain("<a ", "<img");
        assertThat(Html.text(html)).containsAnyOf("script:", "ScRiPt:", "example.org", "data:");
    }

    @Test
    void a_formula_after_a_hostile_one_is_what_it_was() {
        var before = new Markup().line("$\\sum_i x_i$");
        var markup = new Markup();
        markup.page("$" + "x^{".repeat(500) + "}".repeat(500) + "$ $\\def\\sum{0}$ $" + "\\frac".repeat(300)
                + "$");
        assertThat(markup.line("$\\sum_i x_i$")).isEqualTo(before);
    }

    @Test
    void one_text_cannot_take_more_than_its_share() {
        var formulas = new Formulas();
        var allowance = new Allowance();
        int rendered = 0;
        for (int i = 0; i < 200 && !allowance.isSpent(); i++) {
            var tex = ("\\sqrt{" + i + "}").repeat(200);
            rendered += formulas.mathml(tex, false, allowance).isPresent() ? 1 : 0;
        }
        assertThat(rendered).isPositive();
        assertThat(allowance.isSpent()).isTrue();
        assertThat(formulas.mathml("y", false, allowance)).isEmpty();
        assertThat(formulas.mathml("y", false, new Allowance())).isPresent();
    }

    @Test
    void many_threads_get_the_same() {
        var results = new ConcurrentLinkedQueue<String>();
        var markup = new Markup();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 64; i++) {
                int n = i % 8;
                threads.execute(() -> results.add(n + markup.line("$\\frac{1}{" + n + "}$")));
            }
        }
        assertThat(results).hasSize(64);
        assertThat(results.stream().distinct()).hasSize(8).allMatch(result -> result.contains("<mfrac>"));
    }
}

package touchstone.judge.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class PlotTest {
    private static final Caption CAPTION = new Caption("成绩 <1>", "理论 80 & 编程 55");
    private static final List<String> AXES = List.of("理论与基础知识掌握程度佳", "Correctness", "性能与并发", "Communication");

    private static Series series(String name, double... values) {
        return new Series(name,
                DoubleStream.of(values)
                        .mapToObj(value -> value < 0 ? OptionalDouble.empty() : OptionalDouble.of(value))
                        .toList());
    }

    static Stream<String> plots() {
        var hostile = "\u202E<script>\u0000\uD800\"'&";
        return Stream.of(Radar.svg(CAPTION, AXES, List.of(series("甲", 0.8, 0.55, 0.7, 0.4)), "未评估"),
                Radar.svg(CAPTION, List.of(hostile, "b"), List.of(series(hostile, 0, 1), series("c", -1, -1)),
                        hostile),
                Radar.svg(CAPTION, AXES,
                        IntStream.range(0, 5).mapToObj(i -> series("s" + i, 0.1 * i, -1, 1, 0.5)).toList(),
                        "not assessed"),
                Histogram.of(List.of(), 0, 100, 10).svg(CAPTION, ""),
                Histogram.of(List.of(-5.0, 0.0, 10.0, 99.9, 100.0, 250.0), 0, 100, 10).svg(CAPTION, hostile),
                Histogram.of(List.of(1.0, 2.0), 0, 3, 40).svg(CAPTION, "一".repeat(60)),
                Bars.svg(CAPTION, List.of(new Bars.Row(hostile, OptionalDouble.empty(), hostile, List.of()),
                        new Bars.Row("b", OptionalDouble.of(1), "100", List.of(0.0, 1.0, 1.0, 0.123456)))));
    }

    @ParameterizedTest
    @MethodSource("plots")
    void every_plot_is_well_formed_and_says_what_it_is(String svg) {
        var root = root(svg);
        assertThat(root.getAttribute("role")).isEqualTo("img");
        assertThat(root.getAttribute("viewBox")).matches("0 0 360 [\\d.]+");
        assertThat(root.getFirstChild().getTextContent()).isEqualTo("成绩 <1>");
        assertThat(root.getFirstChild().getNextSibling().getTextContent()).isEqualTo("理论 80 & 编程 55");
        assertThat(svg).doesNotContain("style=", "NaN", "Infinity", "<script", "\u202E", "E-");
    }

    @Test
    void what_was_not_assessed_is_a_gap_with_a_mark_and_no_zero() {
        var svg = Radar.svg(CAPTION, AXES, List.of(series("甲", 0.5, -1, 0.5, 0.5)), "未评估");
        assertThat(all(svg, "path", "series a").getFirst().getAttribute("d"))
                .as("three axes have a value, so two lines join them")
                .containsPattern("^M[^M]*M[^M]*$");
        assertThat(all(svg, "path", "mark a")).as("and one in the legend").hasSize(3 + 1);
        assertThat(all(svg, "path", "absent a")).hasSize(1);
        assertThat(svg).contains(">未评估<");
        assertThat(Radar.svg(CAPTION, AXES, List.of(series("甲", 0.5, 0, 0.5, 0.5)), "未评估"))
                .doesNotContain("未评估");
    }

    @Test
    void series_differ_by_more_than_colour() {
        var svg = Radar.svg(CAPTION, AXES,
                Stream.of("a", "b", "c", "d", "e").map(name -> series(name, 1, 1, 1, 1)).toList(), "");
        var lines = Stream.of("a", "b", "c", "d", "e")
                .map(name -> all(svg, "path", "series " + name).getFirst());
        assertThat(lines.map(line -> line.getAttribute("stroke-dasharray"))).doesNotHaveDuplicates();
        var marks = Stream.of("a", "b", "c", "d", "e")
                .map(name -> all(svg, "path", "mark " + name).getFirst());
        assertThat(marks.map(mark -> mark.getAttribute("d"))).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 8})
    void labels_stay_inside_the_picture(int axes) {
        var svg = Radar.svg(CAPTION,
                IntStream.range(0, axes).mapToObj(i -> i % 2 == 0 ? "十二个汉字的维度名称在此" : "Twelve chars").toList(),
                List.of(new Series("s",
                        IntStream.range(0, axes).mapToObj(_ -> OptionalDouble.of(1)).toList())),
                "");
        var height = Double.parseDouble(root(svg).getAttribute("viewBox").split(" ", -1)[3]);
        assertThat(all(svg, "text", "label")).isNotEmpty().allSatisfy(text -> {
            double width = text.getAttribute("textLength").isEmpty() ? Labels.ems(text.getTextContent()) * 12
                    : Double.parseDouble(text.getAttribute("textLength"));
            double x = Double.parseDouble(text.getAttribute("x"));
            double left = switch (text.getAttribute("text-anchor")) {
                case "start" -> x;
                case "end" -> x - width;
                default -> x - width / 2;
            };
            assertThat(left).isNotNegative();
            assertThat(left + width).isLessThanOrEqualTo(360);
            assertThat(Double.parseDouble(text.getAttribute("y"))).isBetween(10.0, height);
        });
    }

    @Test
    void labels_break_where_a_reader_would() {
        assertThat(Labels.lines("性能与并发工程实践", 6.8, 2)).containsExactly("性能与并发", "工程实践");
        assertThat(Labels.lines("Communication skills", 6.8, 2)).containsExactly("Communication", "skills");
        assertThat(Labels.lines("Theory", 6.8, 2)).containsExactly("Theory");
        assertThat(Labels.lines("一二三四五六七八九十一二三四五六", 6.8, 2)).containsExactly("一二三四五六", "七八九十一…");
        assertThat(Labels.cut("Christopher Longname the Third", 12)).endsWith("…").hasSizeLessThan(20);
    }

    @Test
    void values_are_counted_in_their_bins_and_the_median_is_theirs() {
        var histogram = Histogram.of(List.of(0.0, 9.9, 10.0, 55.0, 100.0, 120.0), 0, 100, 10);
        assertThat(histogram.counts()).containsExactly(2, 1, 0, 0, 0, 1, 0, 0, 0, 2);
        assertThat(histogram.median()).hasValue(32.5);
        assertThat(Histogram.of(List.of(), 0, 100, 10).median()).isEmpty();
        assertThat(all(histogram.svg(CAPTION, "中位数 32.5"), "rect", "bar")).hasSize(4);
    }

    @Test
    void a_value_outside_its_scale_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> series("x", 1.1)).withMessageContaining("of x");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Bars.Row("x", OptionalDouble.of(Double.NaN), "", List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Radar.svg(CAPTION, AXES, List.of(series("x", 1)), ""))
                .withMessageContaining("every axis");
    }

    private static Element root(String svg) {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg)))
                    .getDocumentElement();
        } catch (ParserConfigurationException | IOException | SAXException e) {
            throw new AssertionError("not well-formed: " + svg, e);
        }
    }

    private static List<Element> all(String svg, String name, String css) {
        var found = root(svg).getElementsByTagName(name);
        Predicate<Element> wanted = element -> element.getAttribute("class").equals(css);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .filter(wanted)
                .toList();
    }
}

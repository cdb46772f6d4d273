package touchstone.web.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.interview.Fraction;

class CampaignExportTest extends CampaignFixture {
    @Test
    void the_csv_holds_the_figures_of_gradings() {
        var lines = csv(at(interview) + "/export.csv");
        var header = lines.getFirst();
        assertThat(header).startsWith("Candidate id", "Name", "State").contains("1 rope", "Theory");
        var summaries = crowd.summaries(interview);
        for (int i = 0; i < summaries.size(); i++) {
            var one = summaries.get(i);
            var line = lines.get(i + 1);
            assertThat(line.get(0)).isEqualTo("" + one.candidate().id());
            same(line.get(header.indexOf("Total")), one.total());
            same(line.get(header.indexOf("Lowest possible total")), one.range().map(range -> range.lowest()));
            same(line.get(header.indexOf("Theory")), dimension(one, RubricDimension.THEORY));
            same(line.get(header.indexOf("1 rope")),
                    one.fractions().getOrDefault(Crowd.EXERCISE, Optional.empty()));
        }
    }

    private static void same(String text, Optional<Fraction> score) {
        if (score.isEmpty()) {
            assertThat(text).isEmpty();
        } else {
            assertThat(new BigDecimal(text)).isEqualByComparingTo(score.get().times(100, 4));
        }
    }

    @Test
    void hostile_names_are_text_everywhere() throws Exception {
        var lines = csv(at(hostile) + "/export.csv");
        var xlsx = new XlsxReader(bytes(at(hostile) + "/export.xlsx"));
        var json = json(at(hostile) + "/export.json").get("candidates");
        for (int i = 0; i < HOSTILE.size(); i++) {
            var name = HOSTILE.get(i);
            assertThat(lines.get(i + 1).get(1)).isEqualTo(i < 6 ? "'" + name : name);
            var cell = Objects.requireNonNull(xlsx.sheet(1).get("B" + (i + 2)));
            assertThat(cell.number()).isFalse();
            assertThat(cell.text().replace("\r\n", "\n"))
                    .isEqualTo(name.replaceAll("[\u0001\u0007]", "").replace("\r\n", "\n"));
            assertThat(json.get(i).get("name").asString()).isEqualTo(name);
        }
        assertThat(xlsx.part("xl/worksheets/sheet1.xml").getElementsByTagName("f").getLength()).isZero();
        for (var path : List.of("", "/distributions", "/compare?id=" + hostileIds())) {
            assertThat(page(at(hostile) + path)).doesNotContain("<script>alert", "<b>");
        }
    }

    private static String hostileIds() {
        return crowd.summaries(hostile)
                .stream()
                .skip(6)
                .limit(5)
                .map(one -> Long.toString(one.candidate().id()))
                .collect(Collectors.joining("&id="));
    }

    @Test
    void the_workbook_has_numbers_a_frozen_head_and_the_items() throws Exception {
        var xlsx = new XlsxReader(bytes(at(interview) + "/export.xlsx"));
        var sheet = xlsx.sheet(1);
        var summaries = crowd.summaries(interview);
        for (int i = 0; i < summaries.size(); i++) {
            var expected = summaries.get(i).total();
            var total = Optional.ofNullable(sheet.get("G" + (i + 2)));
            assertThat(total.map(XlsxReader.Cell::number)).isEqualTo(expected.map(_ -> true));
            same(total.map(XlsxReader.Cell::text).orElse(""), expected);
        }
        var pane = XlsxReader.elements(xlsx.part("xl/worksheets/sheet1.xml").getElementsByTagName("pane"));
        assertThat(pane).singleElement().matches(one -> one.getAttribute("ySplit").equals("1"));
        assertThat(Objects.requireNonNull(xlsx.sheet(2).get("B2")).text()).isEqualTo(Crowd.EXERCISE);
    }

    @Test
    void the_json_is_versioned_and_exact_about_what_is_missing() {
        var json = json(at(interview) + "/export.json");
        assertThat(json.get("format").asString()).isEqualTo("touchstone-campaign");
        assertThat(json.get("version").asInt()).isEqualTo(1);
        assertThat(json.get("interview").get("weights").get("practice").asInt()).isEqualTo(40);
        var summaries = crowd.summaries(interview);
        for (int i = 0; i < summaries.size(); i++) {
            var total = json.get("candidates").get(i).get("total");
            assertThat(total.isNull()).isEqualTo(summaries.get(i).total().isEmpty());
            summaries.get(i)
                    .total()
                    .ifPresent(
                            one -> assertThat(total.decimalValue()).isEqualByComparingTo(one.times(100, 4)));
        }
    }

    @Test
    void the_seed_is_in_nothing() throws Exception {
        var seed = Long.toString(Crowd.SEED);
        for (var path : PATHS) {
            assertThat(viewer().get(at(interview) + path).body()).as(path).doesNotContain(seed);
        }
        var xlsx = new XlsxReader(bytes(at(interview) + "/export.xlsx"));
        assertThat(xlsx.sheet(1).values()).extracting(XlsxReader.Cell::text).doesNotContain(seed);
    }

    // --- who may

    @Test
    void csv_is_utf_8_with_its_mark() throws Exception {
        assertThat(bytes(at(interview) + "/export.csv")).startsWith(0xEF, 0xBB, 0xBF)
                .containsSequence("候选人".getBytes(StandardCharsets.UTF_8));
    }
}

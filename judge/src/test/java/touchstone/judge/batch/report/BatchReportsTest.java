package touchstone.judge.batch.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import tools.jackson.databind.json.JsonMapper;
import touchstone.judge.Judging;
import touchstone.judge.batch.BatchException;
import touchstone.judge.batch.BatchFolder;
import touchstone.judge.batch.Batches;
import touchstone.judge.batch.KeptBatch;
import touchstone.judge.batch.intake.Finding;
import touchstone.judge.batch.intake.TableException;
import touchstone.judge.report.Judgements;
import touchstone.judge.run.Verdict;
import touchstone.judge.text.Language;
import touchstone.judge.upload.Upload;
import touchstone.judge.upload.UploadException;

class BatchReportsTest {
    /// What applicants may be called, for their names are chosen by whoever fills in a form.
    private static final List<String> NAMES = List.of("<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>", "=HYPERLINK(\"http://x\",\"y\")", "+1-1", "@SUM(A1)", "-2+3",
            "＝1+1", "a]]>b&amp;", "{{ 7 * 7 }}", "\u001b[31mred", "abc\u202Ecod.exe", "Ｏ’Brien, “Pat”", "王小明",
            "x".repeat(200), "' or 1=1 --", "\uD83D\uDE00");
    private static final Judging JUDGE = (submission, _, _, _) -> {
        var text = submission.files().getFirst().text();
        return Judgements.of(
                text.contains("ours") ? Verdict.JUDGE_ERROR : text.contains("compile") ? Verdict.COMPILE_ERROR
                        : text.contains("wrong") ? Verdict.WRONG_ANSWER
                        : Verdict.ACCEPTED);
    };

    @TempDir
    private Path temp = Path.of("");

    private Path batch(String name, List<String> sources) throws IOException {
        var table = new StringBuilder();
        for (int i = 0; i < NAMES.size(); i++) {
            Batches.write(temp.resolve("up/" + i + ".java"), sources.get(i % sources.size()));
            table.append(JsonMapper.shared()
                    .createObjectNode()
                    .put("applicant", NAMES.get(i))
                    .put("exercise", "row-sum")
                    .put("file", i + ".java")).append('\n');
        }
        var upload = Batches.write(temp.resolve("up/all.jsonl"),
                table + "{\"applicant\":\"nobody<b>\",\"file\":\"../x.java\"}\n");
        var out = temp.resolve(name);
        try (var folder = BatchFolder.open(out)) {
            Batches.run(Batches.begin(folder, upload, 1), JUDGE, 2);
        }
        return out;
    }

    private static void report(Path out, Optional<Path> old, Language language) {
        try (var folder = BatchFolder.open(out)) {
            var ranking = Ranking.of(KeptBatch.read(out));
            var comparison = old
                    .map(path -> Comparison.of(Ranking.of(KeptBatch.read(path)).graded(), ranking.graded()));
            BatchReports.write(folder, ranking, comparison, BatchWords.of(language), Batches.CLOCK.instant());
        }
    }

    @Test
    void the_page_needs_nothing_else_and_takes_no_name_for_markup() throws IOException {
        var out = batch("out", List.of("// right", "// wrong", "// compile", "// ours"));
        for (var language : Language.values()) {
            report(out, Optional.of(out), language);
            var page = Files.readString(out.resolve("report.html"));
            assertThat(page).contains("default-src 'none'")
                    .doesNotContain("<script", "<img", "<link", "@import", "url(", "\u202E", "\u001b")
                    .contains("{{ 7 * 7 }}", "&lt;script&gt;alert(1)&lt;/script&gt;", "\\u202e", "王小明");
            assertThat(page.split("href=\"", -1)).filteredOn(part -> !part.startsWith("<!doctype"))
                    .allMatch(part -> part.startsWith("#"));
            var ids = new ArrayList<String>();
            Pattern.compile(" id=\"([^\"]*)\"")
                    .matcher(page)
                    .results()
                    .forEach(found -> ids.add(found.group(1)));
            assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThan(NAMES.size());
        }
    }

    @Test
    void no_name_is_a_formula_in_csv() throws IOException {
        var out = batch("out", List.of("// right"));
        report(out, Optional.empty(), Language.EN);
        assertThat(Files.readString(out.resolve("report.csv")).lines().skip(1)).hasSize(NAMES.size() + 1)
                .anyMatch(line -> line.contains("\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\""))
                .noneMatch(line -> line.matches("\\d*,\"?[=+\\-@＝].*"));
    }

    @Test
    void the_spreadsheet_the_xml_and_the_json_are_well_formed() throws Exception {
        var out = batch("out", List.of("// right", "// wrong", "// compile", "// ours"));
        report(out, Optional.empty(), Language.ZH);

        var entries = new ArrayList<String>();
        try (var zip = new ZipFile(out.resolve("report.xlsx").toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                entries.add(entry.getName());
                parse(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(entries).contains("xl/worksheets/sheet1.xml", "xl/worksheets/sheet3.xml");
        var suites = parse(Files.readString(out.resolve("junit.xml"))).getElementsByTagName("testsuite");
        assertThat(suites.getLength()).isEqualTo(NAMES.size() + 1);
        var json = JsonMapper.shared().readTree(Files.readString(out.resolve("report.json")));
        assertThat(json.path("applicants").size()).isEqualTo(NAMES.size() + 1);
        assertThat(json.path("judgeErrors").asInt()).isEqualTo(NAMES.size() / 4);
    }

    private static Document parse(String xml) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)));
    }

    @Test
    void what_could_not_be_judged_or_read_is_no_zero() throws IOException {
        var out = batch("out", List.of("// right", "// ours"));
        var places = Ranking.of(KeptBatch.read(out)).places();
        assertThat(places).filteredOn(place -> place.graded().total().isEmpty())
                .hasSize(NAMES.size() / 2 + 1)
                .allMatch(place -> place.rank().isEmpty() && place.graded().range().isPresent());
        assertThat(places.getFirst().rank()).contains(1);
        assertThat(places.get(1).rank()).as("equal totals").contains(1);
    }

    @Test
    void the_same_source_is_told_as_a_fact() throws IOException {
        var out = batch("out", List.of("// right", "// wrong"));
        report(out, Optional.empty(), Language.EN);
        assertThat(out.resolve("report.html")).content().contains("The same source, byte for byte");
    }

    @Test
    void a_second_grading_shows_what_changes_and_leaves_the_first_alone() throws IOException {
        var old = batch("old", List.of("// right", "// wrong"));
        var before = Files.readString(old.resolve("results.jsonl"));
        var out = batch("new", List.of("// wrong", "// wrong"));
        report(out, Optional.of(old), Language.EN);

        var regrade = JsonMapper.shared()
                .readTree(Files.readString(out.resolve("report.json")))
                .path("regrade");
        assertThat(regrade.path("changed").asInt()).isEqualTo(NAMES.size() / 2);
        assertThat(regrade.path("verdicts").path(0).path("before").asString()).isEqualTo("ACCEPTED");
        assertThat(regrade.path("verdicts").path(0).path("after").asString()).isEqualTo("WRONG_ANSWER");
        assertThat(out.resolve("report.html")).content().contains("What a second grading changes");
        assertThat(old.resolve("results.jsonl")).hasContent(before);
        assertThat(old.resolve("report.html")).doesNotExist();
    }

    @Test
    void both_languages_say_everything() {
        var zh = BatchWords.of(Language.ZH).words().bundle();
        var en = BatchWords.of(Language.EN).words().bundle();
        assertThat(zh.keySet()).isEqualTo(en.keySet());
        for (var reason : Finding.Reason.values()) {
            assertThat(en.keySet())
                    .contains(reason == Finding.Reason.ENTRY ? "entry.LINK" : "finding." + reason);
        }
        for (var reason : Upload.Reason.values()) {
            assertThat(en.keySet()).contains("entry." + reason);
        }
        for (var reason : UploadException.Reason.values()) {
            assertThat(en.keySet()).contains("upload." + reason);
        }
        for (var reason : TableException.Reason.values()) {
            assertThat(en.keySet()).contains("table." + reason);
        }
        for (var reason : BatchException.Reason.values()) {
            assertThat(en.keySet()).contains("refused." + reason);
        }
    }
}

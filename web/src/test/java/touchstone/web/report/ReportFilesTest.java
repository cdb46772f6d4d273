package touchstone.web.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import touchstone.web.store.Role;
import touchstone.web.testing.Client.Answer;

class ReportFilesTest {
    @TempDir
    private Path folder;
    private Scene scene;

    @BeforeEach
    void open() {
        scene = new Scene(folder);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private Answer file(long candidate, String ending) {
        return scene.site.member(Role.VIEWER).get("/candidates/" + candidate + "/report." + ending);
    }

    private static String name(Answer file) {
        return URLDecoder.decode(
                file.headers().getOrDefault("content-disposition", "").replaceAll(".*''", ""),
                StandardCharsets.UTF_8);
    }

    @Test
    void the_json_holds_the_report_and_all_it_was_made_from() {
        long candidate = scene.complete("Ada\u202E/..\\");
        var file = file(candidate, "json");
        assertThat(name(file)).isEqualTo("春季招聘_一面_-Ada_u202e_.._.json");
        var json = JsonMapper.shared().readTree(file.body());
        var score = scene.gradings.report(candidate).orElseThrow().report().score();
        assertThat(json.get("total").doubleValue()).isEqualTo(score.total().orElseThrow().value());
        assertThat(json.get("dimensions").get(3).get("score").isNull()).isTrue();
        assertThat(json.get("dimensions").get(3).get("assessed").booleanValue()).isFalse();
        var record = json.get("record");
        assertThat(record.get("extraMinutes").intValue()).isEqualTo(15);
        assertThat(record.get("notes")).hasSize(2);
        var exercise = record.get("items").get(0);
        assertThat(exercise.get("submissions")).hasSize(2);
        var counting = exercise.get("submissions").get(1);
        assertThat(counting.get("counts").booleanValue()).isTrue();
        assertThat(counting.get("content").stringValue()).contains("\"ties\" stay");
        assertThat(counting.get("judging").get("run").get("tests").get(2).get("actual").stringValue())
                .startsWith("actual");
        assertThat(record.get("items").get(2).get("overrulings")).hasSize(2);
        assertThat(record.get("items").get(2).get("overrulings").get(1).get("fraction").isNull()).isTrue();
        assertThat(what(record.get("timeline"))).containsSubsequence("invited", "consented", "started",
                "submitted", "pause.outage", "submitted", "ended.candidate");
        assertThat(file.body()).doesNotContain("\u202E");
    }

    private static List<String> what(JsonNode timeline) {
        return StreamSupport.stream(timeline.spliterator(), false)
                .map(event -> event.get("what").stringValue())
                .toList();
    }

    @Test
    void a_report_of_nothing_is_a_file_as_well() {
        long candidate = scene.invited("Nobody yet");
        var json = JsonMapper.shared().readTree(file(candidate, "json").body());
        assertThat(json.get("total").isNull()).isTrue();
        assertThat(json.get("record").get("startedAt").isNull()).isTrue();
        assertThat(file(candidate, "html").body()).contains("not assessed");
    }

    @Test
    void the_html_stands_alone() {
        long candidate = scene.complete("Ada");
        var file = file(candidate, "html");
        assertThat(file.headers().getOrDefault("content-disposition", "")).startsWith("attachment");
        assertThat(file.body())
                .contains("<style>", "default-src 'none'", ".gauge", "the_examples_of_the_statement")
                .doesNotContain("<script", "<link", "<form", "/assets/", "href=\"/", "src=\"", "_csrf");
    }

    @Test
    void without_chromium_the_answer_says_how_to_print() {
        long candidate = scene.complete("Ada");
        var answer = file(candidate, "pdf");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body()).contains("Ctrl+P", "Save as PDF");
        assertThat(Chromium.find(Map.of("PATH", folder.toString()), "root", folder)).isEmpty();
        assertThat(Chromium.find(Map.of(), "root", folder)).isEmpty();
    }
}

package touchstone.web.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.interview.Fraction;
import touchstone.web.grading.CandidateSummary;
import touchstone.web.store.Role;
import touchstone.web.testing.Client;

/// A crowd of candidates in all states, and how its pages and files are read.
abstract class CampaignFixture {
    static final List<String> HOSTILE = List.of("=HYPERLINK(\"http://x.example\",\"y\")", "+1+1", "-2",
            "@SUM(A1)", "\t=1", "＝1+1", "<script>alert(1)</script>", "a,\"b\"\r\nc;d", "\u0001\u0007bell",
            "'); drop table candidate;--", "]]>&amp;<b>", "𝕏 李雷");
    static final List<String> PATHS = List.of("", "/summary.json", "/compare", "/distributions",
            "/distributions/totals.csv", "/export.csv", "/export.xlsx", "/export.json");

    @TempDir
    static Path folder;

    static Crowd crowd;
    static long interview;
    static long hostile;

    @BeforeAll
    static void open() {
        crowd = Crowd.open(folder);
        interview = crowd.filled("Spring");
        hostile = crowd.interview("=1+1 <b>\"/..\\");
        HOSTILE.forEach(name -> crowd.end(started(name)));
    }

    static long started(String name) {
        long candidate = crowd.invited(hostile, name);
        crowd.start(candidate);
        return candidate;
    }

    @AfterAll
    static void close() {
        crowd.site.close();
    }

    static Client viewer() {
        return crowd.site.member(Role.VIEWER);
    }

    static String page(String path) {
        return page(viewer(), path);
    }

    static String page(Client client, String path) {
        var answer = client.get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.body();
    }

    static String at(long id) {
        return "/interviews/" + id;
    }

    static byte[] bytes(String path) throws Exception {
        var cookies = viewer().cookies()
                .entrySet()
                .stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining("; "));
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(crowd.site.address() + path))
                    .header("Cookie", cookies)
                    .header("Accept-Language", "en")
                    .build(), BodyHandlers.ofByteArray()).body();
        }
    }

    static List<List<String>> csv(String path) {
        var text = page(path);
        assertThat(text).startsWith("\uFEFF");
        return CsvReader.read(text.substring(1));
    }

    static JsonNode json(String path) {
        return JsonMapper.shared().readTree(page(path));
    }

    static String shown(Optional<Fraction> score, String otherwise) {
        return score.map(one -> one.times(100, 1).toPlainString()).orElse(otherwise);
    }

    // --- the table

    static Optional<Fraction> dimension(CandidateSummary summary, RubricDimension dimension) {
        return summary.dimensions().getOrDefault(dimension, Optional.empty());
    }

    static String pair() {
        var ids = finished();
        return ids.get(0) + "&id=" + ids.get(1);
    }

    static List<Long> finished() {
        return crowd.summaries(interview)
                .stream()
                .filter(one -> one.total().isPresent() && one.finishedAt().isPresent())
                .map(one -> one.candidate().id())
                .toList();
    }

    // --- comparisons and distributions
}

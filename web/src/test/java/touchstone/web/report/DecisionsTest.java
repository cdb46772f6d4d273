package touchstone.web.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchstone.judge.interview.Fraction;
import touchstone.web.store.AuditEntry;
import touchstone.web.store.Role;
import touchstone.web.testing.Client;
import touchstone.web.testing.Client.Answer;

class DecisionsTest {
    @TempDir
    private Path folder;
    private Scene scene;
    private Client client;
    private long candidate;

    @BeforeEach
    void open() {
        scene = new Scene(folder);
        client = scene.site.member(Role.INTERVIEWER);
        candidate = scene.complete("Ada");
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private String address(String item) {
        return "/candidates/" + candidate + "/items/" + item;
    }

    private String seen(String item) {
        var page = client.get("/candidates/" + candidate + "/report").body();
        var matcher = Pattern.compile("/items/" + item + "/decide.*?name=\"seen\" value=\"([^\"]+)\"")
                .matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private Answer decide(String item, String seen, String points, String reason) {
        return client.post(address(item) + "/decide",
                Map.of("seen", seen, "points", points, "reason", reason));
    }

    private Optional<Fraction> fraction(String item) {
        return scene.gradings.report(candidate).orElseThrow().item(item).orElseThrow().evidence().fraction();
    }

    private Optional<Fraction> total() {
        return scene.gradings.report(candidate).orElseThrow().report().score().total();
    }

    @Test
    void a_persons_score_counts_at_once_and_the_machines_stays_beside_it() {
        var before = total();
        assertThat(decide(Scene.EXERCISE, seen(Scene.EXERCISE), "80", "Only the time limit.").location())
                .endsWith("/report#item-" + Scene.EXERCISE);
        assertThat(fraction(Scene.EXERCISE)).contains(Fraction.of(4, 5));
        assertThat(total()).isNotEqualTo(before);
        var page = client.get("/candidates/" + candidate + "/report").body();
        assertThat(page).contains("80/100", "65/100", "Only the time limit.", "Overruled by INTERVIEWER");
        assertThat(client.post(address(Scene.EXERCISE) + "/withdraw",
                Map.of("seen", seen(Scene.EXERCISE), "reason", "Limit was right.")).status()).isEqualTo(303);
        assertThat(total()).isEqualTo(before);
        assertThat(client.get("/candidates/" + candidate + "/report").body()).contains("Limit was right.",
                "Only the time limit.");
        assertThat(scene.store().audit().about("candidate:" + candidate, 9)).extracting(AuditEntry::action)
                .contains("score.overrule", "score.withdraw");
    }

    @Test
    void nobody_decides_without_a_reason_or_a_score() {
        var seen = seen(Scene.NUMBER);
        assertThat(decide(Scene.NUMBER, seen, "5", " ")).returns(422, Answer::status)
                .extracting(Answer::body)
                .asString()
                .contains("write down the reason", "value=\"5\"");
        assertThat(decide(Scene.NUMBER, seen, "11", "Because.")).returns(422, Answer::status)
                .extracting(Answer::body)
                .asString()
                .contains("from 0 to 10", "Because.");
        assertThat(decide(Scene.NUMBER, seen, "<b>", "x".repeat(4001)).body()).contains("at most 4000")
                .doesNotContain("<b>\"");
        assertThat(client.post(address(Scene.MULTIPLE) + "/withdraw",
                Map.of("seen", seen(Scene.MULTIPLE), "reason", "x")).body()).contains("nothing to withdraw");
        assertThat(fraction(Scene.NUMBER)).contains(Fraction.ONE);
    }

    @Test
    void nobody_overwrites_what_they_have_not_seen() {
        var seen = seen(Scene.NUMBER);
        scene.overrule(candidate, Scene.NUMBER, Fraction.of(7, 10), "Seven it is.");
        var answer = decide(Scene.NUMBER, seen, "3", "Three it is.");
        assertThat(answer).returns(409, Answer::status)
                .extracting(Answer::body)
                .asString()
                .contains("Somebody decided before you", "Seven it is.", "7/10", "Three it is.");
        assertThat(fraction(Scene.NUMBER)).contains(Fraction.of(7, 10));
        assertThat(decide(Scene.NUMBER, seen(Scene.NUMBER), "3", "Three it is.").status()).isEqualTo(303);
    }

    @Test
    void a_review_in_between_is_seen_as_well() {
        var seen = seen(Scene.WORDS);
        var submission = scene.store().submissions().ofItem(candidate, Scene.WORDS).getLast();
        scene.review(submission.id(), "again", 1);
        assertThat(decide(Scene.WORDS, seen, "3", "Three.").status()).isEqualTo(409);
    }

    @Test
    void of_many_at_the_same_moment_one_decides() throws Exception {
        var seen = seen(Scene.ORDER);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(IntStream.range(0, 6)
                    .<Callable<Integer>>mapToObj(i -> () -> scene.site.member(Role.INTERVIEWER)
                            .post(address(Scene.ORDER) + "/decide",
                                    Map.of("seen", seen, "points", "" + i, "reason", "Mine."))
                            .status())
                    .toList());
            var statuses = answers.stream()
                    .map(answer -> answer.resultNow())
                    .collect(Collectors.groupingBy(status -> status, Collectors.counting()));
            assertThat(statuses).isEqualTo(Map.of(303, 1L, 409, 5L));
        }
    }

    @Test
    void before_the_end_and_outside_the_rubric_there_is_nothing_to_decide() {
        long running = scene.started("Running");
        scene.submit(running, Scene.NUMBER, "5", Scene.marked(0, 1, "5"));
        assertThat(client.get("/candidates/" + running + "/report").body()).doesNotContain("/decide");
        assertThat(client.post("/candidates/" + running + "/items/" + Scene.NUMBER + "/decide",
                Map.of("seen", "0.0", "points", "5", "reason", "x"))).returns(409, Answer::status)
                .extracting(Answer::body)
                .asString()
                .contains("has not ended");
        assertThat(decide(Scene.MISSING, "0.0", "5", "x").status()).isEqualTo(409);
        assertThat(decide("no-item", "0.0", "5", "x").status()).isEqualTo(404);
        assertThat(scene.site.member(Role.VIEWER)
                .post(address(Scene.NUMBER) + "/decide", Map.of("seen", "0.0", "points", "5", "reason", "x"))
                .status()).isEqualTo(403);
    }
}

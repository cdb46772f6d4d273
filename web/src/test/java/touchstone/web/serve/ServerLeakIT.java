package touchstone.web.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import touchstone.judge.report.JudgingRecord;
import touchstone.judge.run.TestResult;
import touchstone.judge.run.Verdict;
import touchstone.judge.text.Text;
import touchstone.web.library.InterviewPlan;
import touchstone.web.library.InterviewPlan.Part;
import touchstone.web.library.InterviewPlan.Slot;
import touchstone.web.page.Routes.Route;
import touchstone.web.store.Candidate;
import touchstone.web.store.DatabaseAddress;
import touchstone.web.store.Interview;
import touchstone.web.store.Judging;
import touchstone.web.store.Role;
import touchstone.web.testing.Client;

/// A candidate hands in what makes hidden tests talk, real boxes run it, and then every route of the whole server is
/// asked. The secrets are what the judge really wrote down.
class ServerLeakIT {
    private static final String ITEM = "/interview/code/" + World.CODE;
    /// Telling enough not to stand on a page by chance.
    private static final int WINDOW = 24;
    private static final long SEED = 8_675_309_123_457L;
    /// Says whatever it is asked, wherever a submission can say something.
    private static final String SPY = """
        import java.util.Arrays;

        public class Solution implements exercise.MagnitudePrune {
            public double[][] prune(double[][] w, double ratio) {
                var saw = "saw " + ratio + " " + Arrays.deepToString(w);
                System.out.println(saw);
                System.err.println(saw);
                throw new IllegalStateException(saw);
            }
        }
        """;

    @TempDir
    private Path folder;

    @Test
    void nothing_of_a_hidden_test_leaves_the_server() throws Exception {
        var clock = InstantSource.system();
        try (var server = RealServer.withBoxes(new DatabaseAddress.Embedded(folder), clock)) {
            var candidate = started(server);
            var client = server.entrance().candidate(candidate);
            var sources = List.of(SPY, sample("wrong_answer/truncated-count.java"),
                    sample("run_time_error/rows-and-columns-swapped.java"),
                    sample("compile_error/method-missing.java"));
            for (var source : sources) {
                submit(client, source);
            }
            var records = judged(server, candidate);
            assertThat(records).hasSameSizeAs(sources);
            var seen = new LinkedHashMap<String, String>();
            walk(server, candidate, "running", seen);
            assertThat(client.post("/interview/finish", Map.of("sure", "yes")).location())
                    .isEqualTo("/interview");
            var _ = judged(server, candidate); // what the walk has handed in
            walk(server, candidate, "ended", seen);
            assertThat(seen.get("ended GET /interview/report en")).contains("My report");
            assertThat(seen.toString()).contains("saw 0.25 [[0.5, -0.1, 0.3]");

            var secrets = secrets(records);
            assertThat(secrets).hasSizeGreaterThan(50)
                    .contains("among_equal_magnitudes_the_lower_index_goes");
            assertThat(leaks(seen, secrets)).isEmpty();
        }
    }

    private static Candidate started(RealServer server) {
        var store = server.store();
        var now = InstantSource.system().instant();
        long owner = server.entrance().account(Role.OWNER).id();
        var plan = new InterviewPlan(
                List.of(new Part(new Text("一", "One"), 60, List.of(new Slot(World.CODE, Optional.empty())))))
                .json();
        long interview = store.interviews()
                .add(new Interview(0, "Interview", "phone-screen", plan, 60, "30,40,20,10", "blueprint", SEED,
                        true, 90, owner, now, Optional.empty()));
        long id = store.candidates().invite(interview, "Ada", "hash", 0, owner, now);
        store.candidates().consent(id, now);
        store.candidates().start(id, now);
        return store.candidates().find(id).orElseThrow();
    }

    private static String sample(String path) throws IOException {
        return Files.readString(Path.of("../exercises/pruning", World.CODE, "submissions").resolve(path));
    }

    private static void submit(Client client, String source) {
        var body = JsonMapper.shared().writeValueAsString(Map.of("base", 0, "content", source));
        var answer = client.json("POST", ITEM + "/submissions", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static List<JudgingRecord> judged(RealServer server, Candidate candidate)
            throws InterruptedException {
        var judgings = server.store().judgings().ofCandidate(candidate.id());
        while (!judgings.stream().allMatch(judging -> judging.state() == Judging.State.DONE)) {
            Thread.sleep(50);
            judgings = server.store().judgings().ofCandidate(candidate.id());
        }
        return judgings.stream().map(one -> JudgingRecord.parse(one.record().orElseThrow())).toList();
    }

    // --- every route

    private static void walk(RealServer server, Candidate candidate, String state, Map<String, String> seen) {
        for (var language : List.of("en", "zh")) {
            var client = server.entrance().candidate(candidate).with("Accept-Language", language);
            for (var route : server.routes()) {
                for (var path : paths(server, candidate, route).toList()) {
                    if (asks(route)) {
                        var answer = Asking.page(client, route, path);
                        var object = route.method().equals("GET") ? Asking.object(client, route, path).body()
                                : "";
                        seen.put(state + " " + route.method() + " " + path + " " + language,
                                answer.headers() + answer.body() + object);
                    }
                }
            }
            var form = client.post(ITEM, Map.of("content", SPY, "action", "run"));
            seen.put(state + " form " + language, form.body());
            var run = client.json("POST", ITEM + "/run",
                    JsonMapper.shared().writeValueAsString(Map.of("content", SPY)));
            seen.put(state + " run " + language, run.body());
        }
    }

    /// What ends or changes the interview is asked by the test itself.
    private static boolean asks(Route route) {
        return !Asking.changes(route) || !route.path().matches("/interview/(finish|start|consent)");
    }

    private static Stream<String> paths(RealServer server, Candidate candidate, Route route) {
        var path = route.path()
                .replace("{id}", Long.toString(candidate.id()))
                .replace("{candidate}", Long.toString(candidate.id()))
                .replace("{item}", World.CODE)
                .replace("{file}", "totals.csv")
                .replaceAll("\\{(token|secret)}", "guessed")
                .replaceAll("\\{(run|note)}", "1");
        return server.store()
                .submissions()
                .ofCandidate(candidate.id())
                .stream()
                .map(submission -> path.replace("{submission}", Long.toString(submission.id())))
                .distinct();
    }

    // --- the secrets

    private static Set<String> secrets(List<JudgingRecord> records) {
        var shown = records.stream()
                .flatMap(record -> record.tests().stream())
                .filter(TestResult::sample)
                .flatMap(ServerLeakIT::texts)
                .collect(Collectors.joining("\n"));
        var secrets = new TreeSet<String>(
                Set.of(Long.toString(SEED), "exercise.hidden", "MagnitudePruneSuite"));
        for (var record : records) {
            record.tests().stream().filter(test -> !test.sample()).forEach(test -> {
                secrets.add(test.name());
                texts(test).flatMap(ServerLeakIT::windows)
                        .filter(part -> !shown.contains(part))
                        .forEach(secrets::add);
            });
        }
        assertThat(records).extracting(JudgingRecord::verdict)
                .containsExactly(Verdict.RUN_TIME_ERROR, Verdict.WRONG_ANSWER, Verdict.RUN_TIME_ERROR,
                        Verdict.COMPILE_ERROR);
        return secrets;
    }

    private static Stream<String> texts(TestResult test) {
        return Stream.of(test.message(), String.valueOf(test.call()), String.valueOf(test.expected()),
                String.valueOf(test.actual()), test.printed());
    }

    /// Pages cut and escape long texts, so pieces are looked for.
    private static Stream<String> windows(String text) {
        return IntStream.iterate(0, at -> at + WINDOW <= text.length() && at < 20 * WINDOW, at -> at + WINDOW)
                .mapToObj(at -> text.substring(at, at + WINDOW));
    }

    private static List<String> leaks(Map<String, String> seen, Set<String> secrets) {
        return seen.entrySet()
                .stream()
                .flatMap(answer -> secrets.stream()
                        .filter(answer.getValue()::contains)
                        .map(secret -> answer.getKey() + ": " + secret))
                .toList();
    }
}

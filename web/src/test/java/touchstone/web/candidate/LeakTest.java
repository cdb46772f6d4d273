package touchstone.web.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchstone.judge.exercise.Exercise;
import touchstone.judge.question.Key;
import touchstone.judge.question.Question;
import touchstone.judge.text.Text;
import touchstone.web.page.Routes.Route;
import touchstone.web.store.Candidate;
import touchstone.web.testing.Client;

/// Walks every route of a candidate, in every state of an interview that holds every kind of item, in both
/// languages, and looks for what candidates must not see. The secrets are the catalogue's own.
class LeakTest {
    /// Shorter ones stand on any page by chance.
    private static final int TELLING = 4;

    @TempDir
    private Path folder;

    @Test
    void nothing_secret_reaches_a_candidate() {
        var secrets = new TreeSet<String>(
                Set.of(Long.toString(Sitting.SEED), Results.MESSAGE, Results.COMMENT));
        Sitting.questions().forEach(id -> secrets.addAll(secrets(Results.question(id))));
        secrets.addAll(secrets(Results.exercise()));
        assertThat(secrets).hasSizeGreaterThan(60);
        try (var sitting = new Sitting(folder)) {
            var seen = new LinkedHashMap<String, String>();
            walk(sitting, "invited", seen);
            var client = sitting.started();
            walk(sitting, "running", seen);
            Results.work(sitting);
            walk(sitting, "worked", seen);
            sitting.site.clock().move(Duration.ofMinutes(30));
            client.post("/interview/finish", Map.of("sure", "yes"));
            walk(sitting, "ended", seen);
            Results.decide(sitting);
            walk(sitting, "decided", seen);
            assertThat(seen.get("decided GET /interview/report en")).contains("My report", "15 / 100");
            assertThat(leaks(seen, secrets)).isEmpty();
        }
    }

    private static List<String> leaks(Map<String, String> seen, Set<String> secrets) {
        return seen.entrySet()
                .stream()
                .flatMap(answer -> secrets.stream()
                        .filter(answer.getValue()::contains)
                        .map(secret -> answer.getKey() + ": " + secret))
                .toList();
    }

    // --- every route

    private static void walk(Sitting sitting, String state, Map<String, String> seen) {
        for (var language : List.of("en", "zh")) {
            // what is limited is allowed again
            sitting.site.clock().move(Duration.ofMinutes(1));
            var client = sitting.client().with("Accept-Language", language);
            for (var route : sitting.site.site().routes()) {
                for (var path : paths(sitting, route)) {
                    ask(client, route, path).ifPresent(body -> seen
                            .put(state + " " + route.method() + " " + path + " " + language, body));
                }
            }
        }
    }

    /// What changes the state of the interview is asked by the test itself.
    private static Optional<String> ask(Client client, Route route, String path) {
        return switch (route.method()) {
            case "GET" -> Optional.of(client.get(path).body());
            case "PUT" -> Optional.of(client.json("PUT", path, "{\"base\":999,\"content\":\"B\"}").body());
            case "POST" ->
                path.startsWith("/interview/items/") ? Optional.of(post(client, path)) : Optional.empty();
            default -> throw new IllegalStateException("how to ask " + route);
        };
    }

    private static String post(Client client, String path) {
        return path.endsWith("/reading") ? client.json("POST", path, "{\"content\":\"1 + 1\"}").body()
                : client.post(path, Map.of("answer", "A", "revision", "999")).body();
    }

    private static List<String> paths(Sitting sitting, Route route) {
        if (route.path().contains("{item}")) {
            return Stream.concat(Sitting.questions().stream(), Stream.of(Sitting.CODE))
                    .map(item -> route.path().replace("{item}", item))
                    .toList();
        }
        if (route.path().contains("{submission}")) {
            return sitting.store()
                    .submissions()
                    .ofCandidate(sitting.candidate.id())
                    .stream()
                    .map(one -> route.path().replace("{submission}", Long.toString(one.id())))
                    .toList();
        }
        // links and assets are no part of an interview
        return route.path().contains("{") ? List.of() : List.of(route.path());
    }

    // --- the secrets

    private static List<String> secrets(Exercise exercise) {
        assertThat(Results.hiddenTests(exercise)).hasSizeGreaterThan(5);
        return Stream
                .concat(Results.hiddenTests(exercise).stream(),
                        Stream.of("exercise.hidden", "MagnitudePruneSuite"))
                .toList();
    }

    private static List<String> secrets(Question question) {
        var secrets = new ArrayList<String>();
        add(secrets, question.solution());
        question.wrong().forEach(mistake -> {
            secrets.add(mistake.answer());
            add(secrets, mistake.why());
        });
        secrets.add(question.ref());
        switch (question.key()) {
            case Key.Numeric key -> {
                secrets.add(Double.toString(key.value()));
                secrets.add(key.computation());
            }
            case Key.Formula key -> {
                secrets.add(key.expression());
                key.variables().values().forEach(range -> secrets.add(range.low() + ", " + range.high()));
                key.checks().forEach(check -> secrets.add(Double.toString(check.value())));
            }
            case Key.Open key -> key.points().forEach(point -> add(secrets, point.text()));
            case Key.Single key -> secrets.add("\"answer\":\"" + key.answer());
            case Key.Multiple key -> secrets.add(String.join(", ", new TreeSet<>(key.answer())));
            case Key.Ordering key -> {
                secrets.add(String.join(", ", key.answer()));
                secrets.add(String.join(",", key.answer()));
            }
        }
        var open = QuestionForm.options(question.key())
                .stream()
                .map(Key.Option::text)
                .reduce(question.prompt(),
                        (one, other) -> new Text(one.zh() + other.zh(), one.en() + other.en()))
                .toString();
        return secrets.stream().filter(one -> one.length() >= TELLING && !open.contains(one)).toList();
    }

    /// Pages escape and break long texts, so what stands between marks is looked for.
    private static void add(List<String> secrets, Text text) {
        Stream.of(text.zh(), text.en())
                .flatMap(one -> Arrays.stream(one.split("[^\\p{IsHan}\\p{IsLatin} ，]")))
                .map(String::strip)
                .filter(part -> part.length() >= 20)
                .forEach(secrets::add);
    }

    @Test
    void the_walk_meets_every_route() {
        try (var sitting = new Sitting(folder)) {
            assertThat(sitting.site.site().routes()).extracting(Route::path)
                    .contains("/interview/report", "/interview/drafts/{item}",
                            "/interview/items/{item}/reading");
            assertThat(sitting.fresh().state()).isEqualTo(Candidate.State.INVITED);
        }
    }
}

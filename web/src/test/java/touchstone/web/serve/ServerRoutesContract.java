package touchstone.web.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchstone.web.page.Routes.Route;
import touchstone.web.serve.Matrix.Who;
import touchstone.web.store.Role;
import touchstone.web.testing.Client;
import touchstone.web.testing.Client.Answer;
import touchstone.web.testing.Databases;
import touchstone.web.testing.SettableClock;
import touchstone.web.testing.TestSite;

/// Asks the whole server for everything it answers, as everybody.
@SuppressWarnings("NullAway.Init") // JUnit
abstract class ServerRoutesContract {
    private static final Matrix MATRIX = new Matrix();
    /// Change by themselves.
    private static final List<String> RESTLESS = List.of("heartbeat", "scheduled_judging",
            "scheduled_ending");
    /// What those get who may ask, where it is not a page.
    private static final Map<String, Integer> OTHERWISE = Map.of("GET /", 303, "GET /i/{token}", 303,
            "GET /setup/{secret}", 404, "GET /interview/report", 303, "GET /interview/practice", 303,
            "GET /reviews/next", 303, "GET /interviews/{id}/compare", 422, "GET /health", 503,
            "GET /candidates/{id}/report.pdf", 503);

    private final Databases databases;
    @TempDir
    private Path folder;

    private final SettableClock clock = new SettableClock(TestSite.START);
    private RealServer server;
    private World world;

    ServerRoutesContract(Databases databases) {
        this.databases = databases;
    }

    @BeforeEach
    void start() {
        server = RealServer.withoutBoxes(databases.empty(folder), clock);
        world = new World(server, clock.instant());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void every_route_is_in_the_matrix() {
        assertThat(server.routes()).extracting(Matrix::name)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(MATRIX.routes());
    }

    // --- who may not

    @Test
    void whoever_may_not_is_turned_away_and_has_changed_nothing() {
        var forged = server.entrance().stranger();
        forged.cookies().putAll(Map.of("touchstone", "x", "interview", "../x"));
        var strangers = List.of(disabled(), revoked(), left(), forged, server.entrance().stranger());
        var known = everybody();
        var before = rows();
        strangers.forEach(client -> refused(Who.STRANGER, client));
        known.forEach(this::refused);
        assertThat(rows()).containsExactlyElementsOf(before);
    }

    private void refused(Who who, Client client) {
        for (var route : server.routes()) {
            if (!MATRIX.allows(route, who)) {
                var path = world.path(route);
                var what = who + " " + route.method() + " " + path;
                boolean known = who != Who.STRANGER && !path.matches("/interview(/.*)?");
                var page = Asking.page(client, route, path);
                var object = Asking.object(client, route, path);
                assertThat(object.status()).as(what).isEqualTo(known ? 403 : 401);
                assertThat(page.body() + object.body()).as(what).doesNotContain(world.mark);
                if (!known && !route.method().equals("SSE")) {
                    assertThat(page.status()).as(what).isEqualTo(303);
                    assertThat(page.location()).as(what)
                            .isEqualTo(path.matches("/interview(/.*)?") ? "/link" : "/login?next=" + path);
                }
            }
        }
    }

    private Client disabled() {
        var account = server.entrance().account("gone", Role.OWNER);
        var client = server.entrance().member(account);
        assertThat(client.get("/accounts").status()).isEqualTo(200);
        server.store().accounts().disable(account.id(), Optional.of(clock.instant()));
        return client;
    }

    private Client revoked() {
        var candidate = new World(server, clock.instant()).ada;
        var client = server.entrance().candidate(candidate);
        assertThat(client.get("/interview").status()).isEqualTo(200);
        server.store().candidates().revoke(candidate.id(), Optional.of(clock.instant()));
        return client;
    }

    /// Keeps the cookie of a session that is over.
    private Client left() {
        var client = server.entrance().member(Role.OWNER);
        var cookies = Map.copyOf(client.cookies());
        assertThat(client.post("/logout", Map.of()).location()).isEqualTo("/login");
        client.cookies().putAll(cookies);
        return client;
    }

    private Map<Who, Client> everybody() {
        var clients = new EnumMap<Who, Client>(Who.class);
        Stream.of(Who.values()).forEach(who -> clients.put(who, client(who)));
        return clients;
    }

    private Client client(Who who) {
        return switch (who) {
            case STRANGER -> server.entrance().stranger();
            case CANDIDATE -> server.entrance().candidate(world.ada);
            case VIEWER, INTERVIEWER, AUTHOR, OWNER -> server.entrance().member(Role.valueOf(who.name()));
        };
    }

    /// All that is kept.
    private List<String> rows() {
        var tables = server.store()
                .jdbi()
                .withHandle(handle -> handle.createQuery("""
                    select table_name from information_schema.tables where table_schema = 'public'""")
                        .mapTo(String.class)
                        .list());
        assertThat(tables).hasSizeGreaterThan(15);
        return tables.stream()
                .filter(table -> !RESTLESS.contains(table))
                .flatMap(table -> server.store()
                        .jdbi()
                        .withHandle(handle -> handle.createQuery("select * from \"" + table + "\"")
                                .mapToMap()
                                .map(row -> table + " " + row.values())
                                .list())
                        .stream())
                .sorted()
                .toList();
    }

    // --- who may

    @Test
    void whoever_may_is_let_in() {
        everyAllowed((who, route) -> {
            world = Asking.changes(route) ? new World(server, clock.instant()) : world;
            var answer = Asking.page(client(who), route, world.path(route));
            var what = who + " " + route + " " + answer.location() + " " + answer.body();
            if (Asking.changes(route)) {
                boolean wrongPassword = route.path().equals("/login");
                assertThat(answer.status()).as(what)
                        .isIn(wrongPassword ? List.of(401, 429)
                                : List.of(200, 303, 400, 404, 409, 415, 422, 503));
            } else {
                var expected = OTHERWISE.getOrDefault(Matrix.name(route), 200);
                assertThat(answer.status()).as(what).isEqualTo(expected);
            }
            assertThat(answer.location()).as(what)
                    .doesNotMatch(route.path().matches("/(logout)?") ? "$." : "/login.*|/link");
        });
    }

    private void everyAllowed(BiConsumer<Who, Route> check) {
        for (var route : server.routes()) {
            for (var who : Who.values()) {
                if (MATRIX.allows(route, who)) {
                    check.accept(who, route);
                }
            }
        }
    }

    // --- forged requests

    @Test
    void what_comes_from_another_site_changes_nothing() {
        var clients = everybody();
        var before = rows();
        everyAllowed((who, route) -> {
            if (Asking.changes(route)) {
                var client = Objects.requireNonNull(clients.get(who));
                var answers = new ArrayList<Answer>();
                for (var origin : List.of("https://evil.example", "null", server.address() + ".evil.example",
                        "http://127.0.0.1:1", "no address")) {
                    answers.add(Asking.object(client.with("Origin", origin), route, world.path(route)));
                }
                answers.add(Asking.object(client.without("Origin"), route, world.path(route)));
                client.with("Origin", server.address());
                if (!MATRIX.allows(route, Who.STRANGER)) {
                    var own = client.csrf();
                    for (var token : List.of("", "x", own + "x")) {
                        answers.add(Asking.object(client.withCsrf(token), route, world.path(route)));
                    }
                    client.withCsrf(own);
                }
                assertThat(answers).as(who + " " + route).extracting(Answer::status).containsOnly(403);
            }
        });
        assertThat(rows()).containsExactlyElementsOf(before);
    }

    // --- others' things

    @Test
    void candidates_find_nothing_of_others() {
        for (var other : List.of(world.peer, world.elsewhere)) {
            for (var route : server.routes()) {
                if (MATRIX.allows(route, Who.CANDIDATE) && !route.path().equals("/i/{token}")) {
                    var answer = Asking.page(server.entrance().candidate(other), route, world.path(route));
                    assertThat(answer.body()).as(other + " " + route).doesNotContain(world.mark + " at");
                    if (route.path().contains("{submission}")) {
                        assertThat(answer.status()).as(other + " " + route).isEqualTo(404);
                    }
                }
            }
        }
    }

    @Test
    void an_item_of_another_interview_does_not_exist() {
        var client = server.entrance().candidate(world.elsewhere);
        var own = server.routes().stream().filter(route -> route.path().contains("{item}")).toList();
        assertThat(own).hasSizeGreaterThan(10);
        for (var route : own) {
            if (MATRIX.allows(route, Who.CANDIDATE)) {
                assertThat(Asking.page(client, route, world.path(route)).status()).as(route.toString())
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void numbers_that_do_not_belong_together_find_nothing() {
        var other = new World(server, clock.instant());
        var before = rows();
        var two = server.routes()
                .stream()
                .filter(route -> route.path().matches(".*\\{id}.*\\{(candidate|submission|note)}.*"))
                .toList();
        assertThat(two).hasSizeGreaterThan(9);
        for (var route : two) {
            var mixed = other.path(route)
                    .replaceFirst("^(/interviews/|/candidates/)\\d+",
                            "$1" + (route.path().startsWith("/interviews") ? world.ada.interviewId()
                                    : world.ada.id()));
            var answer = Asking.page(client(Who.OWNER), route, mixed);
            assertThat(answer.status()).as(route + " " + mixed).isEqualTo(404);
            assertThat(answer.body()).doesNotContain(other.mark);
        }
        assertThat(rows()).filteredOn(row -> !row.matches("(session|audit) .*"))
                .containsExactlyElementsOf(
                        before.stream().filter(row -> !row.matches("(session|audit) .*")).toList());
    }

    // --- what is no route

    @Test
    void what_is_no_route_is_answered_as_carefully() {
        var client = client(Who.AUTHOR);
        for (var path : List.of("/nowhere", "/assets/manifest.json", "/assets/..%2f..%2fmigrations",
                "/assets/", "/interview/../accounts", "//accounts", "/accounts/", "/.git/config",
                "/WEB-INF/web.xml", "/candidates/1/", "/%00", "/a;b=c", "/accounts;x=y",
                "/assets/%2e%2e/logback.xml")) {
            var answer = client.get(path);
            Asking.checkHeaders("GET " + path, answer);
            assertThat(answer.status()).as(path).isIn(400, 403, 404);
            assertThat(answer.body()).doesNotContain("<table", "create table");
        }
        for (var method : List.of("PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "HEAD")) {
            for (var path : List.of("/accounts", "/interview", "/login", "/nowhere")) {
                var answer = server.entrance().stranger().json(method, path, "{}");
                Asking.checkHeaders(method + " " + path, answer);
                assertThat(answer.status()).as(method + path).isIn(200, 303, 401, 403, 404, 405);
            }
        }
    }
}

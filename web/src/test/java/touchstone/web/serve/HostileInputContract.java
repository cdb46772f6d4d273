package touchstone.web.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import touchstone.web.serve.Matrix.Who;
import touchstone.web.store.Role;
import touchstone.web.testing.Client;
import touchstone.web.testing.Client.Answer;
import touchstone.web.testing.Databases;
import touchstone.web.testing.SettableClock;
import touchstone.web.testing.TestSite;

/// Somebody hostile fills every form that any page shows, and sends every script's request; then everybody looks at
/// every page.
@SuppressWarnings("NullAway.Init") // JUnit
abstract class HostileInputContract {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String CODE = "/interview/code/" + World.CODE;
    /// Would stand in a page as it is only where something forgot to escape.
    private static final String ELEMENT = "<hostile-element>";
    private static final String ATTRIBUTE = "\" onhostile=\"";
    private static final int LONG = 600_000;

    private final Databases databases;
    @TempDir
    private Path folder;

    private final SettableClock clock = new SettableClock(TestSite.START);
    private RealServer server;

    HostileInputContract(Databases databases) {
        this.databases = databases;
    }

    @BeforeEach
    void start() {
        server = RealServer.withoutBoxes(databases.empty(folder), clock);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    static Stream<String> hostile_words() {
        return Stream.of(ELEMENT + "</textarea></script><script>alert(1)</script>" + ATTRIBUTE,
                "'\"; drop table candidate; -- {{ 7 * 7 }} ${7*7} {% include \"x\" %} #{x}",
                "../../../etc/passwd\0\u0001\u001b[2J\r\nSet-Cookie: a=b\r\n\r\n" + ELEMENT,
                "=cmd|' /C calc'!A0\t@SUM(1)\u202e\u2066\ufeff\ud83d\udc68\u200d\ud83d\udc69\u0301\u0301",
                "\ud800 lone surrogates \udfff and \uffff", "9".repeat(400), "-1e999", "",
                "长".repeat(LONG / 3));
    }

    @ParameterizedTest
    @MethodSource("hostile_words")
    void nothing_breaks_and_nothing_gets_through(String words) {
        var world = new World(server, clock.instant());
        var forms = new HashSet<String>();
        fill(server.entrance().member(Role.OWNER), "/", words, forms);
        fill(server.entrance().member(Role.INTERVIEWER), "/", words, forms);
        fill(server.entrance().member(Role.AUTHOR), "/", words, forms);
        fill(server.entrance().candidate(world.ada), "/interview", words, forms);
        fill(server.entrance().stranger(), "/login", words, forms);
        assertThat(forms).hasSizeGreaterThan(15);
        script(server.entrance().candidate(world.ada), words);
        look(Who.OWNER, server.entrance().member(server.entrance().account("looker", Role.OWNER)), "/");
        look(Who.CANDIDATE, server.entrance().candidate(world.ada), "/interview");
    }

    /// Every form once, when all are found: some take away what others are about.
    private void fill(Client client, String from, String words, Set<String> seen) {
        var forms = new ArrayList<PageForm>();
        crawl(client, from,
                (path, html) -> PageForm.in(path, html)
                        .stream()
                        .filter(PageForm::takesWords)
                        .filter(form -> seen.add(form.action().replaceAll("\\d+", "N")))
                        .forEach(forms::add));
        for (var form : forms) {
            expect(form.action(), client.post(form.action(), form.filled(words)));
            expect(form.action(), client.post(form.action(), form.tampered(words)));
            clock.move(Duration.ofSeconds(10)); // so that limits of rates are none of this test
        }
    }

    private void script(Client client, String words) {
        var body = JSON.writeValueAsString(Map.of("base", 0, "content", words));
        for (var path : List.of(CODE + "/diagnostics", CODE + "/run", CODE + "/submissions",
                "/interview/items/" + World.NUMBER + "/reading")) {
            expect(path, client.json("POST", path, body));
            expect(path, client.json("POST", path, words));
        }
        for (var item : List.of(World.CODE, World.NUMBER, World.TEXT)) {
            expect(item, client.json("PUT", "/interview/drafts/" + item, body));
        }
    }

    private static void expect(String what, Answer answer) {
        Asking.checkHeaders("POST " + what, answer);
        // 503: this machine has no boxes
        assertThat(answer.status()).as("%s: %s", what, answer.body())
                .isIn(200, 303, 400, 401, 403, 404, 409, 413, 415, 422, 429, 503);
        boolean object = answer.headers().getOrDefault("content-type", "").startsWith("application/json");
        unbroken(what, object ? JSON.readTree(answer.body()).path("html").asString("") : answer.body());
    }

    private void look(Who who, Client client, String from) {
        crawl(client, from, (path, html) -> unbroken(who + " " + path, html));
    }

    private void crawl(Client client, String from, BiConsumer<String, String> visitor) {
        new Crawl(client, server.routes(), visitor).from(from);
    }

    private static void unbroken(String what, String html) {
        assertThat(html).as(what).doesNotContain(ELEMENT, ATTRIBUTE, "<script>alert", "\ud800", " 49 ");
    }
}

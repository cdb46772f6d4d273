package touchstone.web.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchstone.web.demo.Demo;
import touchstone.web.serve.Matrix.Who;
import touchstone.web.store.Candidate;
import touchstone.web.store.DatabaseAddress;
import touchstone.web.store.Role;

/// Everybody follows every link over the data of `serve --demo`, while the real judge works. It begins when the closed
/// interview is judged, and the first answer of the next waits for somebody to review it.
class DemoIT {
    private static final Matrix MATRIX = new Matrix();
    /// Pages that no link leads to: addresses that are sent or printed, what scripts and monitors ask for, where others
    /// are sent to.
    private static final Set<String> UNLINKED = Set.of("GET /", "GET /login", "GET /setup/{secret}",
            "GET /i/{token}", "GET /link", "GET /interview/clock", "GET /interview/practice",
            "GET /interview/drafts/{item}", "GET /interview/report", "GET /interview/code/{item}/runs/{run}",
            "GET /interview/code/{item}/submissions/{submission}",
            "GET /interview/code/{item}/submissions/{submission}/source",
            "GET /interview/code/{item}/submissions/{submission}/content", "GET /interviews/items",
            "GET /interviews/{id}/summary.json", "GET /interviews/{id}/compare");

    @TempDir
    private Path folder;

    private final InstantSource clock = InstantSource.system();
    private final AtomicInteger drawn = new AtomicInteger();
    private RealServer server;

    @BeforeEach
    void fill() throws InterruptedException {
        server = RealServer.withBoxes(new DatabaseAddress.Embedded(folder), clock);
        var demo = new Demo(server.store(), World.LIBRARY, clock, new Demo.Secrets(
                () -> "secret " + drawn.incrementAndGet(), password -> password, link -> link));
        assertThat(demo.open()).isPresent();
        var reviewer = server.entrance().member(Role.INTERVIEWER);
        while (!reviewer.get("/reviews").body().contains("/reviews/next")) {
            demo.settle();
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void every_link_leads_somewhere_for_whoever_sees_it() {
        for (var role : Role.values()) {
            var crawl = new Crawl(server.entrance().member(role), server.routes(), (_, _) -> {});
            crawl.from("/");
            assertThat(reached(crawl)).as(role.toString()).containsAll(linked(Who.valueOf(role.name())));
        }
        var states = candidates().stream().collect(Collectors.groupingBy(Candidate::state));
        assertThat(states.keySet()).containsExactlyInAnyOrder(Candidate.State.values());
        var reached = new HashSet<String>();
        states.values().stream().map(List::getFirst).forEach(candidate -> {
            var crawl = new Crawl(server.entrance().candidate(candidate), server.routes(), (_, _) -> {});
            crawl.from("/interview");
            reached.addAll(reached(crawl));
        });
        assertThat(reached).containsAll(linked(Who.CANDIDATE));
    }

    private List<Candidate> candidates() {
        return server.store()
                .interviews()
                .all()
                .stream()
                .flatMap(interview -> server.store().candidates().ofInterview(interview.id()).stream())
                .toList();
    }

    private static Set<String> reached(Crawl crawl) {
        return crawl.reached().stream().map(Matrix::name).collect(Collectors.toSet());
    }

    private Set<String> linked(Who who) {
        return server.routes()
                .stream()
                .filter(route -> route.method().equals("GET"))
                .filter(route -> MATRIX.allows(route, who) && !MATRIX.allows(route, Who.STRANGER))
                .map(Matrix::name)
                .filter(name -> !UNLINKED.contains(name))
                .collect(Collectors.toSet());
    }
}

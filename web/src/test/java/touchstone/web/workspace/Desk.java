package touchstone.web.workspace;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;
import touchstone.judge.answer.Marker;
import touchstone.judge.compile.Cache;
import touchstone.judge.compile.Suites;
import touchstone.judge.formula.LocalEvaluator;
import touchstone.judge.text.Text;
import touchstone.web.candidate.CandidateRoutes;
import touchstone.web.grading.Clockwork;
import touchstone.web.grading.Gradings;
import touchstone.web.grading.Timing;
import touchstone.web.library.InterviewPlan;
import touchstone.web.library.InterviewPlan.Part;
import touchstone.web.library.InterviewPlan.Slot;
import touchstone.web.library.Library;
import touchstone.web.markup.Markup;
import touchstone.web.page.Routes;
import touchstone.web.queue.Backstage;
import touchstone.web.queue.Examiner;
import touchstone.web.store.Candidate;
import touchstone.web.store.Store;
import touchstone.web.testing.Client;
import touchstone.web.testing.SettableClock;
import touchstone.web.testing.TestSite;

/// A candidate's workspace on a real site, with the real catalogue and whatever judge it is given.
final class Desk implements AutoCloseable {
    static final Library LIBRARY = Library.open(List.of(Path.of("../exercises")));
    static final Markup MARKUP = new Markup();
    static final Suites SUITES = new Suites(new Cache(Path.of("target", "suites")));
    static final String ITEM = "magnitude-prune";
    static final String PATH = "/interview/code/" + ITEM;
    static final String QUESTION = LIBRARY.questions().questions().getFirst().id();
    static final String ELSEWHERE = "kd-loss";

    final TestSite site;
    final Bench bench;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final List<Backstage> backstages = new ArrayList<>();

    Desk(Path folder, Bench bench) {
        this.bench = bench;
        site = TestSite.open(folder, this::features);
    }

    private List<Consumer<Routes>> features(Store store, SettableClock clock) {
        var clockwork = new Clockwork(store);
        var evaluator = new LocalEvaluator();
        var backstage = new Backstage(store,
                new Examiner(bench, new Marker(evaluator, evaluator), LIBRARY::find),
                id -> clockwork.of(id).flatMap(Timing::deadline), clock,
                new Backstage.Settings(1, Duration.ofSeconds(5)));
        backstage.start();
        backstages.add(backstage);
        var workspace = new WorkspaceRoutes(store, LIBRARY, backstage.desk(), backstage.judgings(),
                new WorkspaceRoutes.Tools(bench, SUITES::of, MARKUP, 1));
        var candidate = new CandidateRoutes(store, LIBRARY, new Gradings(store, LIBRARY, clock),
                backstage.desk(), backstage.endings(), MARKUP);
        return List.of(workspace::register, candidate::register);
    }

    /// Invited to an interview with this exercise and a question.
    Candidate invited(String name) {
        var slots = Stream.of(ITEM, QUESTION).map(id -> new Slot(id, Optional.empty())).toList();
        return site.invite(name,
                new InterviewPlan(List.of(new Part(new Text("一", "One"), 60, slots))).json());
    }

    Candidate started(String name) {
        var candidate = invited(name);
        site.store().candidates().consent(candidate.id(), site.clock().instant());
        site.store().candidates().start(candidate.id(), site.clock().instant());
        return site.store().candidates().find(candidate.id()).orElseThrow();
    }

    /// A candidate whose time runs.
    Client client() {
        return site.candidate(started("Ada"));
    }

    /// From now on the site's clock goes on by itself.
    Desk ticking() {
        Thread.ofVirtual().start(() -> {
            var last = System.nanoTime();
            while (!closed.get()) {
                LockSupport.parkNanos(20_000_000);
                long now = System.nanoTime();
                site.clock().move(Duration.ofNanos(now - last));
                last = now;
            }
        });
        return this;
    }

    @Override
    public void close() {
        closed.set(true);
        try (site) {
            backstages.forEach(Backstage::close);
        }
    }
}

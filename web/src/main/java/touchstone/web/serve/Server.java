package touchstone.web.serve;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import touchstone.judge.answer.Marker;
import touchstone.judge.compile.Cache;
import touchstone.judge.compile.Suites;
import touchstone.judge.formula.LocalEvaluator;
import touchstone.sandbox.Isolation;
import touchstone.web.access.AccessRoutes;
import touchstone.web.access.AccountsRoutes;
import touchstone.web.access.FirstOwner;
import touchstone.web.access.Passwords;
import touchstone.web.author.AuthorRoutes;
import touchstone.web.author.Certifying;
import touchstone.web.campaign.CampaignRoutes;
import touchstone.web.candidate.CandidateRoutes;
import touchstone.web.grading.Clockwork;
import touchstone.web.grading.Gradings;
import touchstone.web.grading.ReviewQueue;
import touchstone.web.grading.Timing;
import touchstone.web.interview.InterviewRoutes;
import touchstone.web.library.Library;
import touchstone.web.markup.Markup;
import touchstone.web.operate.Figures;
import touchstone.web.operate.OperateRoutes;
import touchstone.web.page.Desk;
import touchstone.web.page.Routes;
import touchstone.web.page.Site;
import touchstone.web.page.Tokens;
import touchstone.web.queue.Backstage;
import touchstone.web.queue.Examiner;
import touchstone.web.report.Chromium;
import touchstone.web.report.ReportRoutes;
import touchstone.web.review.ReviewRoutes;
import touchstone.web.store.DatabaseAddress;
import touchstone.web.store.Store;
import touchstone.web.workspace.WorkspaceRoutes;

/// The web application: puts the parts together, by hand.
public final class Server implements AutoCloseable {
    /// How long a judging under way may still take when the server ends.
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// Of the first page, before the judge and the formulas open: they want the processors for a second or two.
    private static final Duration HEAD_START = Duration.ofMillis(500);

    private final Store store;
    private final LateJudge judge;
    private final Backstage backstage;
    private final FirstOwner firstOwner;
    private final Figures figures;
    private final Certifying certifying;
    private final Site site;
    private final Settings settings;
    private final AtomicBoolean closed = new AtomicBoolean();

    /// How it was asked to run.
    ///
    /// @param parallel how many submissions are judged at the same time
    /// @param exercises folders of exercises, the shipped one first
    public record Settings(String host, int port, boolean behindProxy, int parallel, List<Path> exercises) {
        public Settings {
            exercises = List.copyOf(exercises);
        }
    }

    private Server(Machine machine, Store store, Settings settings, InstantSource clock) {
        this.store = store;
        this.settings = settings;
        var secrets = new SecureRandom();
        var tokens = new Tokens(secrets);
        var library = Library.open(settings.exercises());
        var clockwork = new Clockwork(store);
        judge = new LateJudge(machine, settings.parallel());
        backstage = new Backstage(store,
                new Examiner(judge, new Marker(judge.formulas(), new LocalEvaluator()), library::find),
                candidate -> clockwork.of(candidate).flatMap(Timing::deadline), clock,
                new Backstage.Settings(settings.parallel(), PATIENCE));
        backstage.start();
        firstOwner = new FirstOwner(store, tokens);
        var desk = Desk.of(store, tokens, clock, settings.behindProxy());
        var passwords = new Passwords();
        var gradings = new Gradings(store, library, clock);
        var reviews = new ReviewQueue(store, library, clock);
        figures = new Figures(store, clock);
        var suites = new Suites(new Cache(machine.cache()));
        certifying = new Certifying(store, judge, suites::of, clock);
        var markup = new Markup();
        site = Site.start(desk, settings.host(), settings.port(), figures, List.of(
                new AccessRoutes(store, passwords, firstOwner)::register,
                new AccountsRoutes(store, passwords, tokens)::register,
                new AuthorRoutes(store, library, suites::of, certifying, markup)::register,
                new CandidateRoutes(store, library, gradings, backstage.desk(), backstage.endings(),
                        markup)::register,
                new WorkspaceRoutes(store, library, backstage.desk(), backstage.judgings(),
                        new WorkspaceRoutes.Tools(judge, suites::of, markup, settings.parallel()))::register,
                new InterviewRoutes(store, library, reviews, backstage.endings(), markup, tokens,
                        secrets)::register,
                new CampaignRoutes(store, library, gradings)::register,
                new ReportRoutes(store, gradings, markup, printer(machine))::register,
                new ReviewRoutes(store, reviews, markup)::register,
                new OperateRoutes(store, figures, judge::state)::register));
        CompletableFuture.delayedExecutor(HEAD_START.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> open(markup));
    }

    private void open(Markup markup) {
        judge.open();
        Thread.ofPlatform().daemon().name("markup").start(markup::warm);
    }

    private static Optional<Chromium> printer(Machine machine) {
        return Chromium.find(machine.environment(), System.getProperty("user.name", ""),
                Path.of(System.getProperty("java.io.tmpdir")));
    }

    /// Answers as soon as this returns; judging may begin a moment later.
    public static Server start(
            Machine machine,
            DatabaseAddress address,
            Settings settings,
            InstantSource clock) {
        return start(machine, Store.open(address), settings, clock);
    }

    /// The same with a store that is open already, and that is closed with the server.
    static Server start(Machine machine, Store store, Settings settings, InstantSource clock) {
        try {
            return new Server(machine, store, settings, clock);
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    public String address() {
        var host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
        return "http://" + host + ":" + site.port();
    }

    /// Everything that it answers.
    List<Routes.Route> routes() {
        return site.routes();
    }

    /// Where the first owner signs up, while there is no account.
    Optional<String> setupPath() {
        return firstOwner.needed() ? Optional.of(firstOwner.path()) : Optional.empty();
    }

    /// How submissions are kept apart from this machine.
    ///
    /// @throws touchstone.sandbox.SandboxException when it cannot be done here
    Isolation awaitJudge() {
        return judge.await();
    }

    /// Answers what was asked, ends what is under way, and leaves the rest for the next start.
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try (store; figures; judge; certifying; backstage) {
                site.close();
            }
        }
    }
}

package touchstone.web.candidate;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import touchstone.judge.answer.Marker;
import touchstone.judge.formula.LocalEvaluator;
import touchstone.judge.interview.Standing;
import touchstone.judge.report.StandingJson;
import touchstone.judge.text.Text;
import touchstone.web.grading.Clockwork;
import touchstone.web.grading.Gradings;
import touchstone.web.grading.Timing;
import touchstone.web.library.InterviewPlan;
import touchstone.web.library.InterviewPlan.Part;
import touchstone.web.library.InterviewPlan.Slot;
import touchstone.web.library.Library;
import touchstone.web.markup.Markup;
import touchstone.web.page.Tokens;
import touchstone.web.queue.Backstage;
import touchstone.web.queue.Examiner;
import touchstone.web.store.Candidate;
import touchstone.web.store.Interview;
import touchstone.web.store.Judgings;
import touchstone.web.store.Role;
import touchstone.web.store.Store;
import touchstone.web.testing.Client;
import touchstone.web.testing.SettableClock;
import touchstone.web.testing.TestSite;

/// A real site with candidates' pages, on the real catalogue, where nothing is judged: tests say what came of it.
final class Sitting implements AutoCloseable {
    static final Library LIBRARY = Library.open(List.of(Path.of("../exercises")));
    static final Markup MARKUP = new Markup();
    /// One of each kind, in this order.
    static final List<String> KINDS = List.of("numeric", "single", "multiple", "ordering", "formula", "text",
            "design");
    static final String CODE = "magnitude-prune";
    static final long SEED = 8_675_309_123_457L;
    private static final Text TITLE = new Text("第一部分", "First part");

    final TestSite site;
    final Candidate candidate;
    final String token = "AAAAAAAAAAAAAAAAAAAAAA";

    Sitting(Path folder) {
        site = TestSite.open(folder, (store, clock) -> List.of(routes(store, clock)::register));
        candidate = invite("Ada", token);
    }

    private static CandidateRoutes routes(Store store, SettableClock clock) {
        var clockwork = new Clockwork(store);
        var evaluator = new LocalEvaluator();
        var backstage = new Backstage(store, new Examiner((_, _, _, _) -> {
            throw new IllegalStateException("nothing is judged here");
        }, new Marker(evaluator, evaluator), LIBRARY::find), id -> clockwork.of(id).flatMap(Timing::deadline),
                clock, new Backstage.Settings(1, Duration.ZERO));
        return new CandidateRoutes(store, LIBRARY, new Gradings(store, LIBRARY, clock), backstage.desk(),
                backstage.endings(), MARKUP);
    }

    static String question(String kind) {
        return LIBRARY.questions()
                .questions()
                .stream()
                .filter(one -> QuestionForm.kind(one.key()).equals(kind))
                .findFirst()
                .orElseThrow()
                .id();
    }

    static List<String> questions() {
        return KINDS.stream().map(Sitting::question).toList();
    }

    private static String plan() {
        var slots = Stream.concat(questions().stream(), Stream.of(CODE))
                .map(id -> new Slot(id, Optional.empty()))
                .toList();
        return new InterviewPlan(
                List.of(new Part(TITLE, 60, slots), new Part(new Text("交谈", "Talk"), 10, List.of()))).json();
    }

    Candidate invite(String name, String link) {
        return invite(name, link, true);
    }

    Candidate inviteWithoutReport(String name, String link) {
        return invite(name, link, false);
    }

    private Candidate invite(String name, String link, boolean report) {
        long by = site.account(Role.OWNER).id();
        long interview = store().interviews()
                .add(new Interview(0, "Compression, spring", "phone-screen", plan(), 60, "30,40,20,10",
                        "blueprint", SEED, report, 90, by, now(), Optional.empty()));
        long id = store().candidates().invite(interview, name, Tokens.hash(link), 5, by, now());
        return store().candidates().find(id).orElseThrow();
    }

    Store store() {
        return site.store();
    }

    Instant now() {
        return site.clock().instant();
    }

    Candidate fresh() {
        return store().candidates().find(candidate.id()).orElseThrow();
    }

    Client client() {
        return site.candidate(candidate);
    }

    /// Who has agreed and whose time runs.
    Client started() {
        store().candidates().consent(candidate.id(), now());
        store().candidates().start(candidate.id(), now());
        return client();
    }

    /// What the machine would have written.
    void judge(long submission, Standing standing, Optional<String> record) {
        int attempt = store().judgings().begin(submission, now()).orElseThrow();
        store().judgings()
                .finish(submission, attempt,
                        new Judgings.Outcome("version", StandingJson.write(standing), record), now());
    }

    @Override
    public void close() {
        site.close();
    }
}

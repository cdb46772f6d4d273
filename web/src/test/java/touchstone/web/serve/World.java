package touchstone.web.serve;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import touchstone.judge.interview.Fraction;
import touchstone.judge.interview.Standing;
import touchstone.judge.question.Key;
import touchstone.judge.question.Question;
import touchstone.judge.report.StandingJson;
import touchstone.judge.run.Verdict;
import touchstone.judge.score.Score;
import touchstone.judge.text.Text;
import touchstone.web.library.InterviewPlan;
import touchstone.web.library.InterviewPlan.Part;
import touchstone.web.library.InterviewPlan.Slot;
import touchstone.web.library.Library;
import touchstone.web.page.Assets;
import touchstone.web.page.Routes.Route;
import touchstone.web.page.Tokens;
import touchstone.web.store.Account;
import touchstone.web.store.Candidate;
import touchstone.web.store.Candidate.EndedBy;
import touchstone.web.store.Interview;
import touchstone.web.store.Judgings;
import touchstone.web.store.Role;
import touchstone.web.store.Store;
import touchstone.web.store.Submission.Origin;
import touchstone.web.testing.Entrance;

/// Two interviews with candidates who have been at work, and everything a route can ask for of one of them, Ada: hers
/// bears a mark that no other candidate may ever see.
final class World {
    static final Library LIBRARY = Library.open(RealServer.EXERCISES);
    static final String CODE = "magnitude-prune";
    static final String OTHER_CODE = "kd-loss";
    static final String NUMBER = question(Key.Numeric.class::isInstance);
    static final String TEXT = question(Key.Open.class::isInstance);
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    final String mark = "Mark" + NUMBERS.incrementAndGet() + "OfAda";
    final Candidate ada;
    final Candidate peer;
    final Candidate elsewhere;
    final Account somebody;
    private final Store store;
    private final Instant now;
    private final Entrance entrance;
    private final String link = "link of " + mark;
    private final long code;
    private final long text;
    private final long note;

    World(RealServer server, Instant now) {
        store = server.store();
        entrance = server.entrance();
        this.now = now;
        somebody = entrance.account("somebody of " + mark, Role.VIEWER);
        long interview = interview(List.of(CODE, NUMBER, TEXT));
        ada = started(interview, mark, link);
        peer = started(interview, "Peer", "peer of " + mark);
        elsewhere = started(interview(List.of(OTHER_CODE)), "Elsewhere", "elsewhere of " + mark);
        code = work(ada, CODE, new Standing.Judged(Verdict.WRONG_ANSWER, new Score(15, 100, Map.of())));
        work(ada, NUMBER, new Standing.Marked(Fraction.ONE, mark));
        work(ada, TEXT, new Standing.WaitingForReview(mark, List.of()));
        var done = started(interview, mark, "ended " + mark);
        text = work(done, TEXT, new Standing.WaitingForReview(mark, List.of()));
        store.candidates().end(done.id(), EndedBy.CANDIDATE, now);
        long owner = entrance.account(Role.OWNER).id();
        store.overrulings().add(ada.id(), NUMBER, Optional.of("1/2"), mark, owner, now);
        store.notes().add(ada.id(), Optional.empty(), mark, owner, now);
        note = store.notes().ofCandidate(ada.id()).getFirst().id();
    }

    private static String question(Predicate<Key> kind) {
        return LIBRARY.questions()
                .questions()
                .stream()
                .filter(one -> kind.test(one.key()))
                .map(Question::id)
                .findFirst()
                .orElseThrow();
    }

    private long interview(List<String> items) {
        var slots = items.stream().map(id -> new Slot(id, Optional.empty())).toList();
        var plan = new InterviewPlan(List.of(new Part(new Text("一", "One"), 60, slots))).json();
        return store.interviews()
                .add(new Interview(0, "Interview " + mark, "phone-screen", plan, 60, "30,40,20,10",
                        "blueprint", 42, true, 90, entrance.account(Role.OWNER).id(), now, Optional.empty()));
    }

    private Candidate started(long interview, String name, String token) {
        long id = store.candidates()
                .invite(interview, name, Tokens.hash(token), 0, entrance.account(Role.OWNER).id(), now);
        store.candidates().consent(id, now);
        store.candidates().start(id, now);
        return store.candidates().find(id).orElseThrow();
    }

    private long work(Candidate candidate, String item, Standing standing) {
        var content = "// " + mark + " at " + item;
        store.drafts().save(candidate.id(), item, 0, content, now);
        long id = store.submissions().add(candidate.id(), item, content, Origin.CANDIDATE, now).id();
        store.judgings().queue(id);
        int attempt = store.judgings().begin(id, now).orElseThrow();
        var outcome = new Judgings.Outcome("version", StandingJson.write(standing), Optional.empty());
        store.judgings().finish(id, attempt, outcome, now);
        return id;
    }

    /// An address of the route that asks for Ada's things, or in which somebody is changed whom nobody needs.
    String path(Route route) {
        var path = route.path();
        if (path.startsWith("/accounts/")) {
            return path.replace("{id}", Long.toString(somebody.id()));
        }
        if (path.startsWith("/library/")) {
            return path.replace("{id}", path.contains("exercises") ? CODE : TEXT);
        }
        if (path.startsWith("/assets/")) {
            return Assets.read().path("base.css");
        }
        return path
                .replace("{id}", Long.toString(path.startsWith("/interviews") ? ada.interviewId() : ada.id()))
                .replace("{candidate}", Long.toString(ada.id()))
                .replace("{item}", path.startsWith("/interview/items") ? NUMBER : CODE)
                .replace("{submission}", Long.toString(path.startsWith("/reviews") ? text : code))
                .replace("{note}", Long.toString(note))
                .replace("{run}", "1")
                .replace("{token}", link.replace(" ", "%20"))
                .replace("{secret}", "guessed")
                .replace("{file}", "totals.csv");
    }
}

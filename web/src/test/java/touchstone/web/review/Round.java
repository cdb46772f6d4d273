package touchstone.web.review;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import touchstone.judge.interview.Standing;
import touchstone.judge.question.Key;
import touchstone.judge.report.StandingJson;
import touchstone.judge.text.Text;
import touchstone.web.grading.OpenAnswer;
import touchstone.web.grading.ReviewQueue;
import touchstone.web.library.InterviewPlan;
import touchstone.web.library.InterviewPlan.Part;
import touchstone.web.library.InterviewPlan.Slot;
import touchstone.web.library.Library;
import touchstone.web.markup.Markup;
import touchstone.web.store.Candidate.EndedBy;
import touchstone.web.store.Interview;
import touchstone.web.store.Judgings;
import touchstone.web.store.Review;
import touchstone.web.store.Role;
import touchstone.web.store.Store;
import touchstone.web.store.Submission.Origin;
import touchstone.web.testing.TestSite;

/// Candidates who have ended an interview and left answers in words, and the pages on which they are reviewed.
final class Round implements AutoCloseable {
    static final String FIRST = "q9-03";
    static final String SECOND = "q8-11";
    static final List<String> NAMES = List.of("欧阳静怡", "Grace Hopper", "Muhammad al-Khwarizmi");
    static final String ANSWER = """
        先把 $\\mathrm{KL}(p\\|q)$ 拆成两项，只有 $-\\sum_j p_j \\ln q_j$ 依赖学生：

        $$\\frac{\\partial}{\\partial s_i} T^2 \\sum_j p_j \\ln\\frac{p_j}{q_j} = T\\,(q_i - p_i)$$

        - 一阶展开 softmax，$T \\to \\infty$ 时趋于 $(s_i - t_i)/N$；
        - 所以高温蒸馏等价于**匹配 logits**。

        <script>document.title = "forged"</script>
        """;
    private static final Library LIBRARY = Library.open(List.of(Path.of("../exercises")));
    private static final Markup MARKUP = new Markup();

    final TestSite site;
    final Store store;
    final long interview;

    Round(Path folder) {
        site = TestSite.open(folder, (store, clock) -> List
                .of(new ReviewRoutes(store, new ReviewQueue(store, LIBRARY, clock), MARKUP)::register));
        store = site.store();
        var slots = Stream.of(FIRST, SECOND).map(id -> new Slot(id, Optional.empty())).toList();
        var plan = new InterviewPlan(List.of(new Part(new Text("白板", "Whiteboard"), 30, slots)));
        interview = store.interviews()
                .add(new Interview(0, "春季招聘 · 二面", "onsite-whiteboard", plan.json(), 60, "30,40,20,10",
                        "blueprint", 4242, true, 90, site.account(Role.OWNER).id(), site.clock().instant(),
                        Optional.empty()));
    }

    /// Three candidates with two answers each.
    Round answered() {
        for (var name : NAMES) {
            long candidate = site.invite(name, interview).id();
            store.candidates().start(candidate, site.clock().instant());
            submit(candidate, FIRST);
            submit(candidate, SECOND);
            store.candidates().end(candidate, EndedBy.CANDIDATE, site.clock().instant());
        }
        return this;
    }

    private void submit(long candidate, String item) {
        var question = LIBRARY.questions().find(item).orElseThrow();
        var waiting = new Standing.WaitingForReview(ANSWER, ((Key.Open) question.key()).points());
        var at = site.clock().instant();
        long id = store.submissions().add(candidate, item, ANSWER, Origin.CANDIDATE, at).id();
        store.judgings().queue(id);
        int attempt = store.judgings().begin(id, at).orElseThrow();
        store.judgings()
                .finish(id, attempt,
                        new Judgings.Outcome("version", StandingJson.write(waiting), Optional.empty()), at);
    }

    /// In the order in which reviewers get them.
    List<OpenAnswer> waiting() {
        return new ReviewQueue(store, LIBRARY, site.clock()).waiting(ReviewQueue.Filter.ALL);
    }

    /// So much later that a lock has expired.
    void lunch() {
        site.clock().move(Duration.ofMinutes(11));
    }

    List<Review> reviews(OpenAnswer answer) {
        return store.reviews().ofSubmission(answer.submissionId());
    }

    /// Who holds the answer just now.
    Optional<Long> holder(OpenAnswer answer) {
        return store.reviews()
                .lockOf(answer.submissionId(), site.clock().instant())
                .map(lock -> lock.accountId());
    }

    static String path(OpenAnswer answer) {
        return "/reviews/" + answer.submissionId();
    }

    @Override
    public void close() {
        site.close();
    }
}

package touchstone.web.campaign;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.interview.Fraction;
import touchstone.judge.interview.Standing;
import touchstone.judge.question.Key;
import touchstone.judge.report.StandingJson;
import touchstone.judge.run.Verdict;
import touchstone.judge.score.Score;
import touchstone.judge.text.Text;
import touchstone.web.grading.CandidateSummary;
import touchstone.web.grading.Gradings;
import touchstone.web.library.InterviewPlan;
import touchstone.web.library.InterviewPlan.Part;
import touchstone.web.library.InterviewPlan.Slot;
import touchstone.web.library.Library;
import touchstone.web.store.Candidate.EndedBy;
import touchstone.web.store.Interview;
import touchstone.web.store.Judgings;
import touchstone.web.store.Review;
import touchstone.web.store.Role;
import touchstone.web.store.Store;
import touchstone.web.store.Submission.Origin;
import touchstone.web.testing.TestSite;

/// An interview on a running site, with candidates in every state.
final class Crowd {
    static final Library LIBRARY = Library.open(List.of(Path.of("../exercises")));
    static final String EXERCISE = "rope";
    static final String NUMBER = "n3-02";
    static final String OPEN = "q9-03";
    static final long SEED = 770077007700L;
    static final int SIZE = 40;

    final TestSite site;
    final Store store;
    private int names;

    private Crowd(TestSite site) {
        this.site = site;
        this.store = site.store();
    }

    static Crowd open(Path folder) {
        return new Crowd(TestSite.open(folder, (store, clock) -> List
                .of(new CampaignRoutes(store, LIBRARY, new Gradings(store, LIBRARY, clock))::register)));
    }

    long interview(String title) {
        var plan = new InterviewPlan(List.of(new Part(new Text("编程", "Code"), 40, List.of(slot(EXERCISE))),
                new Part(new Text("问答", "Questions"), 20, List.of(slot(NUMBER), slot(OPEN)))));
        return store.interviews()
                .add(new Interview(0, title, "own", plan.json(), 60, "30,40,20,10", "custom", SEED, true, 90,
                        site.account(Role.OWNER).id(), site.clock().instant(), Optional.empty()));
    }

    /// All states and all kinds of results, the same in every run.
    long filled(String title) {
        long interview = interview(title);
        for (int i = 0; i < SIZE; i++) {
            one(interview, i);
        }
        return interview;
    }

    private void one(long interview, int i) {
        long candidate = invited(interview, "候选人 " + ++names);
        switch (i % 8) {
            case 0 -> {
            }
            case 1 -> store.candidates().revoke(candidate, Optional.of(site.clock().instant()));
            case 2 -> running(candidate, i);
            case 3 -> {
                start(candidate);
                end(candidate);
            }
            default -> finished(candidate, i);
        }
    }

    private void running(long candidate, int i) {
        start(candidate);
        submit(candidate, NUMBER, new Standing.Marked(Fraction.of(i % 3, 2 + i % 3), "42"));
    }

    private void finished(long candidate, int i) {
        start(candidate);
        submit(candidate, EXERCISE,
                i % 7 == 0 ? new Standing.JudgeError("disk") : judged(EXERCISE, i * 37 % 101));
        submit(candidate, NUMBER, new Standing.Marked(Fraction.of(i % 3, 2), "42"));
        long answer = submit(candidate, OPEN, waiting());
        if (i % 5 != 0) {
            store.reviews()
                    .add(answer, Review.ticked(i % 2 == 0 ? List.of(1) : List.of(1, 2)), "seen",
                            site.account(Role.INTERVIEWER).id(), site.clock().instant());
        }
        site.clock().move(Duration.ofMinutes(11 + i));
        end(candidate);
    }

    long invited(long interview, String name) {
        return site.invite(name, interview).id();
    }

    void start(long candidate) {
        store.candidates().start(candidate, site.clock().instant());
    }

    void end(long candidate) {
        store.candidates().end(candidate, EndedBy.CANDIDATE, site.clock().instant());
    }

    long submit(long candidate, String item, Standing standing) {
        long id = store.submissions()
                .add(candidate, item, "something", Origin.CANDIDATE, site.clock().instant())
                .id();
        store.judgings().queue(id);
        int attempt = store.judgings().begin(id, site.clock().instant()).orElseThrow();
        var outcome = new Judgings.Outcome(LIBRARY.find(item).orElseThrow().item().version(),
                StandingJson.write(standing), Optional.of("{}"));
        if (standing instanceof Standing.JudgeError) {
            store.judgings().fail(id, attempt, outcome, site.clock().instant());
        } else {
            store.judgings().finish(id, attempt, outcome, site.clock().instant());
        }
        return id;
    }

    List<CandidateSummary> summaries(long interview) {
        return new Gradings(store, LIBRARY, site.clock())
                .summary(store.interviews().find(interview).orElseThrow());
    }

    static Standing judged(String exercise, int points) {
        var dimensions = new HashMap<RubricDimension, Double>();
        LIBRARY.find(exercise)
                .orElseThrow()
                .item()
                .split()
                .forEach((dimension, _) -> dimensions.put(dimension, points / 100.0));
        return new Standing.Judged(points == 100 ? Verdict.ACCEPTED : Verdict.WRONG_ANSWER,
                new Score(points, 100, dimensions));
    }

    private static Standing waiting() {
        var key = (Key.Open) LIBRARY.questions().find(OPEN).orElseThrow().key();
        return new Standing.WaitingForReview("in words", key.points());
    }

    private static Slot slot(String id) {
        return new Slot(id, Optional.empty());
    }
}

package touchstone.web.grading;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.interview.Fraction;
import touchstone.judge.interview.Plan;
import touchstone.judge.interview.Standing;
import touchstone.judge.question.Key;
import touchstone.judge.report.StandingJson;
import touchstone.judge.run.Verdict;
import touchstone.judge.score.Score;
import touchstone.web.library.ChosenWeights;
import touchstone.web.library.InterviewPlan;
import touchstone.web.library.Library;
import touchstone.web.store.Candidate.EndedBy;
import touchstone.web.store.DatabaseAddress;
import touchstone.web.store.Interview;
import touchstone.web.store.Judgings;
import touchstone.web.store.Review;
import touchstone.web.store.Role;
import touchstone.web.store.Store;
import touchstone.web.store.Submission.Origin;

/// An interview on a real database, with candidates who do what tests tell them. Time moves by a second with
/// everything that happens.
final class Hall implements AutoCloseable {
    static final Library LIBRARY = Library.open(List.of(Path.of("../exercises")));
    private static final Instant START = Instant.parse("2026-05-04T09:00:00Z");

    final Store store;
    final long ada;
    final long bob;
    private Instant now = START;

    Hall(Path folder) {
        this(new DatabaseAddress.Embedded(folder));
    }

    Hall(DatabaseAddress address) {
        store = Store.open(address);
        ada = store.accounts().add("ada", "Ada", Role.OWNER, "hash", now).orElseThrow().id();
        bob = store.accounts().add("bob", "Bob", Role.INTERVIEWER, "hash", now).orElseThrow().id();
    }

    Gradings gradings() {
        return new Gradings(store, LIBRARY, () -> now);
    }

    ReviewQueue queue() {
        return new ReviewQueue(store, LIBRARY, () -> now);
    }

    Instant now() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    private Instant tick() {
        pass(Duration.ofSeconds(1));
        return now;
    }

    Interview interview(String id) {
        var blueprint = LIBRARY.blueprints().find(id).orElseThrow();
        return interview(InterviewPlan.of(Plan.of(blueprint, LIBRARY.stock())), id, blueprint.minutes(),
                ChosenWeights.text(blueprint.weights()));
    }

    Interview interview(InterviewPlan plan, String blueprint, int minutes, String weights) {
        long interview = store.interviews()
                .add(new Interview(0, "Spring", blueprint, plan.json(), minutes, weights, "blueprint", 77,
                        true, 90, ada, tick(), Optional.empty()));
        return store.interviews().find(interview).orElseThrow();
    }

    long invited(Interview interview, String name) {
        return store.candidates().invite(interview.id(), name, interview.id() + name, 0, ada, tick());
    }

    long started(Interview interview, String name) {
        long candidate = invited(interview, name);
        store.candidates().start(candidate, tick());
        return candidate;
    }

    void end(long candidate) {
        store.candidates().end(candidate, EndedBy.CANDIDATE, tick());
    }

    long submit(long candidate, String item) {
        long id = store.submissions().add(candidate, item, "something", Origin.CANDIDATE, tick()).id();
        store.judgings().queue(id);
        return id;
    }

    long submit(long candidate, String item, Standing standing) {
        long id = submit(candidate, item);
        judge(id, standing);
        return id;
    }

    void judge(long submission, Standing standing) {
        judge(submission, standing, version(submission));
    }

    void judge(long submission, Standing standing, String version) {
        int attempt = store.judgings().begin(submission, tick()).orElseThrow();
        var outcome = new Judgings.Outcome(version, StandingJson.write(standing), Optional.of("{}"));
        if (standing instanceof Standing.JudgeError) {
            store.judgings().fail(submission, attempt, outcome, tick());
        } else {
            store.judgings().finish(submission, attempt, outcome, tick());
        }
    }

    private String version(long submission) {
        var item = store.submissions().find(submission).orElseThrow().item();
        return LIBRARY.find(item).orElseThrow().item().version();
    }

    void review(long submission, Integer... ticked) {
        store.reviews().add(submission, Review.ticked(Arrays.asList(ticked)), "seen", bob, tick());
    }

    void overrule(long candidate, String item, Fraction fraction) {
        store.overrulings().add(candidate, item, Optional.of(fraction.toString()), "because", ada, tick());
    }

    void withdraw(long candidate, String item) {
        store.overrulings().add(candidate, item, Optional.empty(), "a slip", ada, tick());
    }

    /// The same part of the points in all dimensions of the exercise.
    static Standing judged(String exercise, int points) {
        var dimensions = new HashMap<RubricDimension, Double>();
        LIBRARY.find(exercise)
                .orElseThrow()
                .item()
                .split()
                .forEach((dimension, share) -> dimensions.put(dimension, points / 100.0));
        return new Standing.Judged(points == 100 ? Verdict.ACCEPTED : Verdict.WRONG_ANSWER,
                new Score(points, 100, dimensions));
    }

    static Standing marked(long part, long whole) {
        return new Standing.Marked(Fraction.of(part, whole), "42");
    }

    static Standing waiting(String question) {
        var key = (Key.Open) LIBRARY.questions().find(question).orElseThrow().key();
        return new Standing.WaitingForReview("in words", key.points());
    }

    @Override
    public void close() {
        store.close();
    }
}

package touchstone.web.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.digest.Sha256;
import touchstone.judge.interview.Fraction;
import touchstone.judge.interview.Standing;
import touchstone.judge.question.Key;
import touchstone.judge.report.JudgingRecord;
import touchstone.judge.report.StandingJson;
import touchstone.judge.run.TestResult;
import touchstone.judge.run.Verdict;
import touchstone.judge.score.Score;
import touchstone.judge.text.Hint;
import touchstone.judge.text.Text;
import touchstone.sandbox.ByteSize;
import touchstone.sandbox.Diagnostic;
import touchstone.sandbox.Usage;
import touchstone.web.grading.Gradings;
import touchstone.web.library.InterviewPlan;
import touchstone.web.library.Library;
import touchstone.web.markup.Markup;
import touchstone.web.store.Candidate.EndedBy;
import touchstone.web.store.Interview;
import touchstone.web.store.Judgings;
import touchstone.web.store.Pause;
import touchstone.web.store.Review;
import touchstone.web.store.Role;
import touchstone.web.store.Store;
import touchstone.web.store.Submission.Origin;
import touchstone.web.testing.SettableClock;
import touchstone.web.testing.TestSite;

/// An interview with candidates in every state, as the report's routes see it.
final class Scene implements AutoCloseable {
    static final String EXERCISE = "magnitude-prune";
    static final String WORDS = "q3-15";
    static final String NUMBER = "q3-02";
    static final String SINGLE = "q3-09";
    static final String MULTIPLE = "q3-04";
    static final String ORDER = "q3-03";
    static final String FORMULA = "q3-01";
    static final String MISSING = "no-such-exercise";
    static final Library LIBRARY = Library.open(List.of(Path.of("../exercises")));
    private static final Markup MARKUP = new Markup();

    final TestSite site;
    final Gradings gradings;
    final long interview;

    Scene(Path folder) {
        this(folder, Optional.empty());
    }

    Scene(Path folder, Optional<Chromium> chromium) {
        var made = new ArrayList<Gradings>();
        site = TestSite.open(folder, (store, clock) -> {
            made.add(new Gradings(store, LIBRARY, clock));
            return List.of(new ReportRoutes(store, made.getFirst(), MARKUP, chromium)::register);
        });
        gradings = made.getFirst();
        interview = store().interviews()
                .add(new Interview(0, "春季招聘 <一面>", "compression-core", plan().json(), 60, "30,40,20,10",
                        "custom", 4242, true, 90, owner(), site.clock().instant(), Optional.empty()));
    }

    private static InterviewPlan plan() {
        return new InterviewPlan(List.of(part("编程", "Coding", EXERCISE, MISSING),
                part("问答", "Questions", NUMBER, SINGLE, MULTIPLE, ORDER, FORMULA, WORDS),
                part("交流", "Talk")));
    }

    private static InterviewPlan.Part part(String zh, String en, String... items) {
        return new InterviewPlan.Part(new Text(zh, en), 30,
                List.of(items).stream().map(id -> new InterviewPlan.Slot(id, Optional.empty())).toList());
    }

    Store store() {
        return site.store();
    }

    private long owner() {
        return site.account(Role.OWNER).id();
    }

    private long interviewer() {
        return site.account(Role.INTERVIEWER).id();
    }

    Instant pass(Duration time) {
        SettableClock clock = site.clock();
        clock.move(time);
        return clock.instant();
    }

    private Instant later() {
        return pass(Duration.ofSeconds(150));
    }

    long invited(String name) {
        return site.invite(name, interview).id();
    }

    long started(String name) {
        long id = invited(name);
        store().candidates().consent(id, later());
        store().candidates().start(id, later());
        return id;
    }

    void end(long candidate) {
        store().candidates().end(candidate, EndedBy.CANDIDATE, later());
    }

    long submit(long candidate, String item, String content) {
        long id = store().submissions().add(candidate, item, content, Origin.CANDIDATE, later()).id();
        store().judgings().queue(id);
        return id;
    }

    long submit(long candidate, String item, String content, Standing standing) {
        return submit(candidate, item, content, standing, Optional.empty());
    }

    long submit(
            long candidate,
            String item,
            String content,
            Standing standing,
            Optional<JudgingRecord> record) {
        long id = submit(candidate, item, content);
        int attempt = store().judgings().begin(id, later()).orElseThrow();
        var version = LIBRARY.find(item).map(entry -> entry.item().version()).orElse("");
        store().judgings()
                .finish(id, attempt, new Judgings.Outcome(version, StandingJson.write(standing),
                        record.map(JudgingRecord::json)), site.clock().instant());
        return id;
    }

    /// A judging with a test of each kind.
    long judged(long candidate, String source, TestResult... tests) {
        var record = record(source, List.of(tests), List.of());
        return submit(candidate, EXERCISE, source, new Standing.Judged(record.verdict(), record.score()),
                Optional.of(record));
    }

    long uncompiled(long candidate, String source, Diagnostic... diagnostics) {
        var record = record(source, List.of(), List.of(diagnostics));
        return submit(candidate, EXERCISE, source, new Standing.Judged(record.verdict(), record.score()),
                Optional.of(record));
    }

    static Diagnostic error(int line, int column, String code, String message) {
        return new Diagnostic(Diagnostic.Severity.ERROR, "Solution.java", line, column, 0, 0, code, message);
    }

    static TestResult passed(String name, String about, int points) {
        return new TestResult(name, about, Optional.empty(), about.equals("example"), points,
                Verdict.ACCEPTED, "", null, null, null, "", Duration.ofMillis(12));
    }

    static TestResult failed(String name, String about, int points, String said) {
        return new TestResult(name, about, Optional.empty(), false, points, Verdict.WRONG_ANSWER,
                "message " + said, "prune(" + said + ")", "expected " + said, "actual " + said,
                "printed " + said, Duration.ofMillis(1234));
    }

    private static JudgingRecord record(String source, List<TestResult> tests, List<Diagnostic> diagnostics) {
        var exercise = LIBRARY.exercises()
                .stream()
                .filter(one -> one.id().equals(EXERCISE))
                .findFirst()
                .orElseThrow();
        var verdict = tests.stream()
                .map(TestResult::verdict)
                .filter(one -> one != Verdict.ACCEPTED)
                .findFirst()
                .orElse(tests.isEmpty() ? Verdict.COMPILE_ERROR : Verdict.ACCEPTED);
        return new JudgingRecord(exercise.id(), exercise.title(), exercise.hash(), exercise.about(),
                Sha256.of(source.getBytes(StandardCharsets.UTF_8)), verdict, "",
                Score.of(exercise.rubric(), tests), tests, diagnostics, Duration.ofMillis(34),
                Duration.ofMillis(1567), new Usage(Duration.ofMillis(890), new ByteSize(96L << 20)),
                new JudgingRecord.Allowed(Duration.ofSeconds(2), Duration.ofSeconds(60),
                        Duration.ofSeconds(60), new ByteSize(512L << 20), new ByteSize(65536)),
                "bubblewrap, seccomp", 99);
    }

    static Standing judged(int points) {
        var dimensions = new EnumMap<RubricDimension, Double>(
                Map.of(RubricDimension.THEORY, points / 100.0, RubricDimension.PRACTICE, points / 100.0));
        return new Standing.Judged(points == 100 ? Verdict.ACCEPTED : Verdict.WRONG_ANSWER,
                new Score(points, 100, dimensions));
    }

    static Standing marked(long part, long whole, String understood) {
        return new Standing.Marked(Fraction.of(part, whole), understood);
    }

    static Standing waiting(String answer) {
        return new Standing.WaitingForReview(answer,
                ((Key.Open) LIBRARY.questions().find(WORDS).orElseThrow().key()).points());
    }

    static Standing unreadable(String answer) {
        return new Standing.Unreadable(Hint.at(3, "weights.number", "x"), answer);
    }

    void review(long submission, String comment, Integer... ticked) {
        store().reviews().add(submission, Review.ticked(List.of(ticked)), comment, interviewer(), later());
    }

    void overrule(long candidate, String item, Fraction fraction, String reason) {
        store().overrulings()
                .add(candidate, item, Optional.of(fraction.toString()), reason, owner(), later());
    }

    void withdraw(long candidate, String item, String reason) {
        store().overrulings().add(candidate, item, Optional.empty(), reason, owner(), later());
    }

    void note(long candidate, Optional<String> item, String content) {
        store().notes().add(candidate, item, content, interviewer(), later());
    }

    /// Everything that a report can hold, and nothing left open.
    long complete(String name) {
        long candidate = started(name);
        store().candidates().changeExtraMinutes(candidate, 15);
        uncompiled(candidate, "class Solution {\n    int x = \"1\";\n}\n", error(2, 13,
                "compiler.err.prob.found.req", "incompatible types: String cannot be converted to int"));
        var from = site.clock().instant();
        store().candidates().pause(candidate, from, pass(Duration.ofMinutes(4)), Pause.Cause.OUTAGE);
        judged(candidate, SOURCE, passed("the_examples_of_the_statement", "example", 25),
                passed("the_count_is_rounded_half_to_even", "count", 40),
                failed("a_million_weights", "speed", 35, "[[0.5, -1.0], [2.0, 0.1]], 0.5"));
        submit(candidate, NUMBER, "280 GB", marked(1, 1, "280 GB"));
        submit(candidate, SINGLE, "B", marked(0, 1, "B"));
        submit(candidate, MULTIPLE, "A, C", marked(1, 2, "A, C"));
        submit(candidate, ORDER, "A,B,C,D", marked(5, 6, "A, B, C, D"));
        submit(candidate, FORMULA, "hi - lo )", unreadable("hi - lo )"));
        long words = submit(candidate, WORDS, "**Per-channel** scales, since $s_c = \\max|w_c| / 127$.",
                waiting("**Per-channel** scales"));
        end(candidate);
        review(words, "Clear, but the *outliers* are missing.", 1, 2);
        overrule(candidate, SINGLE, Fraction.of(1, 2), "The prompt was ambiguous.");
        overrule(candidate, NUMBER, Fraction.of(1, 4), "A slip.");
        withdraw(candidate, NUMBER, "Was right after all.");
        note(candidate, Optional.empty(), "Thinks aloud, **asks first**.");
        note(candidate, Optional.of(EXERCISE), "Knew about ties.");
        return candidate;
    }

    private static final String SOURCE = """
        import exercise.MagnitudePrune;
        import java.util.Arrays;

        /* Sorts the magnitudes
           and cuts at the threshold. */
        public class Solution implements MagnitudePrune {
            @Override
            public double[][] prune(double[][] w, double ratio) {
                double[] all = Arrays.stream(w).flatMapToDouble(Arrays::stream).map(Math::abs).sorted().toArray();
                double threshold = all[(int) (all.length * ratio)];
                return Arrays.stream(w)
                        .map(row -> Arrays.stream(row).map(x -> Math.abs(x) < threshold ? 0 : x).toArray())
                        .toArray(double[][]::new); // "ties" stay
            }
        }
        """;

    @Override
    public void close() {
        site.close();
    }
}

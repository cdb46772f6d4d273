package touchstone.judge;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import touchstone.judge.exercise.Exercise;
import touchstone.judge.exercise.ExerciseReader;
import touchstone.judge.exercise.ExerciseReader.Reading.Broken;
import touchstone.judge.exercise.ExerciseReader.Reading.Complete;
import touchstone.judge.report.JUnitXml;
import touchstone.judge.report.JsonReport;
import touchstone.judge.run.Progress;
import touchstone.judge.submission.Submissions;
import touchstone.judge.submission.WrongInputException;
import touchstone.sandbox.Diagnostic;
import touchstone.sandbox.Limits;
import touchstone.sandbox.Limits.TimeLimits;
import touchstone.sandbox.Sandbox;

/// Judges cases of the collection in a given sandbox and says which of them got
/// through.
final class HostileJudging implements AutoCloseable {
    /// What a successful attack leaves behind, somewhere.
    static final String LOOT = "PWNED";

    private static final long SEED = 20_250_101;
    private static final Duration CALL = Duration.ofSeconds(3);

    private final Exercise exercise = exercise();
    private final Judge judge;

    HostileJudging(Sandbox sandbox, Path cache) {
        judge = Judge.open(sandbox, Limits.defaults(), cache, 1, 2, System::nanoTime);
    }

    private static Exercise exercise() {
        return switch (ExerciseReader.read(Path.of("../exercises/pruning/magnitude-prune"))) {
            case Complete(var exercise) -> withFixedTime(exercise);
            case Broken broken -> throw new IllegalStateException(broken.toString());
        };
    }

    /// A limit measured on a busy machine may be a minute, for which every case that
    /// sleeps would then wait.
    private static Exercise withFixedTime(Exercise shipped) {
        var limits = shipped.limits();
        var time = limits.time();
        var fixed = new TimeLimits(time.start(), time.load(), CALL, 0, time.submission(), time.compile(),
                time.deaths());
        return new Exercise(shipped.folder(), shipped.id(), shipped.title(), shipped.topic(), shipped.level(),
                shipped.minutes(), shipped.rubric(),
                new Limits(limits.box(), limits.wire(), fixed, limits.source()), shipped.jit(),
                shipped.statement(), shipped.contractSource(), shipped.suiteSource(), shipped.starter(),
                shipped.about(), shipped.sources(), shipped.equivalentMutants(), shipped.hash());
    }

    /// What went wrong with this case, one sentence each; nothing if it was
    /// repelled.
    List<String> failures(HostileCase hostile) {
        Judgement judgement;
        try {
            var submission = Submissions.read(List.of(hostile.file()));
            judgement = judge.judge(submission, exercise, SEED, Progress.NONE);
        } catch (WrongInputException e) {
            return verdictFailures(hostile, HostileCase.REFUSED, String.valueOf(e.getMessage())).toList();
        }
        var verdict = verdictFailures(hostile, judgement.verdict().name(), summary(judgement));
        var loot = texts(judgement).filter(text -> text.contains(LOOT)).map(text -> "it left: " + text);
        return Stream.concat(verdict, loot).toList();
    }

    private static Stream<String> verdictFailures(HostileCase hostile, String verdict, String detail) {
        return hostile.expected().contains(verdict) ? Stream.empty()
                : Stream.of("%s where %s was right: %s".formatted(verdict, hostile.expected(), detail));
    }

    private static String summary(Judgement judgement) {
        var tests = judgement.tests()
                .stream()
                .map(test -> test.name() + ": " + test.verdict() + " " + test.message())
                .toList();
        return judgement.message() + " " + tests + " "
                + judgement.diagnostics().stream().limit(3).map(Diagnostic::message).toList();
    }

    /// All that reports are made of.
    private static Stream<String> texts(Judgement judgement) {
        var tests = judgement.tests()
                .stream()
                .flatMap(test -> Stream.of(test.message(), test.printed(), orEmpty(test.call()),
                        orEmpty(test.expected()), orEmpty(test.actual())));
        var diagnostics = judgement.diagnostics().stream().map(Diagnostic::message);
        var reports = Stream.of(judgement.message(), JsonReport.of(judgement), JUnitXml.of(judgement));
        return Stream.concat(reports, Stream.concat(tests, diagnostics));
    }

    private static String orEmpty(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    @Override
    public void close() {
        judge.close();
    }
}

package touchstone.judge.report;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import touchstone.judge.Judgement;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.run.TestResult;
import touchstone.judge.run.Verdict;
import touchstone.judge.score.Score;
import touchstone.sandbox.Diagnostic;

/// A judgement as one JSON object whose keys stand in a fixed order. Of equal
/// submissions and seeds, only the fields in `usage` and the `millis` differ.
public final class JsonReport {
    /// Larger whole numbers lose digits in readers that know only doubles.
    public static final long SEED_MAX = (1L << 53) - 1;

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private JsonReport() {}

    public static String of(Judgement judgement) {
        var score = Score.of(judgement.exercise().rubric(), judgement.tests());
        var report = MAPPER.createObjectNode();
        report.put("exercise", judgement.exercise().id());
        report.put("exerciseHash", judgement.exercise().hash());
        report.put("submissionSha256", judgement.submission().sha256());
        result(report, judgement.verdict(), judgement.message(), score);
        var tests = report.putArray("tests");
        judgement.tests()
                .forEach(test -> test(tests.addObject(), test).put("millis", test.duration().toMillis()));
        diagnostics(report, judgement.diagnostics());
        usage(report.putObject("usage"), judgement);
        report.put("isolation", judgement.isolation());
        report.put("seed", judgement.seed());
        return text(report);
    }

    /// The part of the same object that a candidate may see, with counts in place
    /// of hidden tests.
    public static String of(CandidateView view) {
        var report = MAPPER.createObjectNode();
        report.put("exercise", view.exerciseId());
        report.put("submissionSha256", view.submission().sha256());
        result(report, view.verdict(), view.message(), view.score());
        var tests = report.putArray("tests");
        view.samples().forEach(sample -> test(tests.addObject(), sample));
        var hidden = report.putObject("hidden");
        view.hidden()
                .forEach((about, count) -> hidden.putObject(about)
                        .put("passed", count.passed())
                        .put("tests", count.all()));
        diagnostics(report, view.diagnostics());
        return text(report);
    }

    private static void result(ObjectNode report, Verdict verdict, String message, Score score) {
        boolean judged = verdict != Verdict.JUDGE_ERROR;
        report.put("verdict", verdict.name());
        report.put("message", message);
        report.put("points", score.points());
        report.put("maxPoints", score.maxPoints());
        // null, because our own fault must not be summed up as if it were a zero
        report.put("score", judged ? (Double) score.total() : null);
        dimensions(report.putObject("dimensions"), judged ? score.dimensions() : Map.of());
    }

    private static void dimensions(ObjectNode node, Map<RubricDimension, Double> dimensions) {
        dimensions.forEach((dimension, value) -> node.put(dimension.key(), value));
    }

    private static ObjectNode test(ObjectNode node, TestResult test) {
        boolean passed = test.verdict() == Verdict.ACCEPTED;
        node.put("name", test.name());
        node.put("about", test.about());
        node.put("status", passed ? "PASSED" : "FAILED");
        node.put("reason", passed ? null : test.verdict().name());
        node.put("points", test.points());
        node.put("maxPoints", test.maxPoints());
        node.put("sample", test.sample());
        node.put("message", test.message());
        if (test.sample()) {
            node.put("input", test.call());
            node.put("expected", test.expected());
            node.put("actual", test.actual());
            node.put("printed", test.printed());
        }
        return node;
    }

    private static void diagnostics(ObjectNode report, List<Diagnostic> diagnostics) {
        var nodes = report.putArray("diagnostics");
        for (var diagnostic : diagnostics) {
            nodes.addObject()
                    .put("severity", diagnostic.severity().name())
                    .put("file", diagnostic.file())
                    .put("line", diagnostic.line())
                    .put("column", diagnostic.column())
                    .put("message", diagnostic.message());
        }
    }

    private static void usage(ObjectNode usage, Judgement judgement) {
        usage.put("compileMillis", judgement.compile().toMillis());
        usage.put("runMillis", judgement.run().toMillis());
        usage.put("cpuMillis", judgement.usage().cpu().toMillis());
        usage.put("peakMemoryBytes", judgement.usage().peakMemory().bytes());
    }

    /// JSON allows bidi controls and C1 codes in strings; a terminal that shows
    /// the report obeys them. Such characters occur only within strings, where the
    /// written form means the same.
    private static String text(ObjectNode report) {
        return Printable.text(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(report));
    }
}

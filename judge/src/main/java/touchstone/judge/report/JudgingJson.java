package touchstone.judge.report;

import java.time.Duration;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import touchstone.judge.report.JudgingRecord.Allowed;
import touchstone.judge.run.TestResult;
import touchstone.judge.run.Verdict;
import touchstone.sandbox.ByteSize;
import touchstone.sandbox.Diagnostic;
import touchstone.sandbox.Usage;

/// Judging records as they are stored. Keys are never given another meaning: what is stored stays for years.
final class JudgingJson {
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final int VERSION = 1;

    private JudgingJson() {}

    static ObjectNode write(JudgingRecord judging) {
        var node = MAPPER.createObjectNode();
        node.put("version", VERSION);
        node.put("exercise", judging.exerciseId());
        InterviewJson.text(node.putObject("title"), judging.title());
        node.put("exerciseHash", judging.exerciseHash());
        var about = node.putObject("about");
        new TreeMap<>(judging.about()).forEach((key, text) -> InterviewJson.text(about.putObject(key), text));
        node.put("submissionSha256", judging.submissionSha256());
        node.put("verdict", judging.verdict().name());
        node.put("message", judging.message());
        StandingJson.score(node.putObject("score"), judging.score());
        var tests = node.putArray("tests");
        judging.tests().forEach(test -> test(tests.addObject(), test));
        var diagnostics = node.putArray("diagnostics");
        judging.diagnostics().forEach(found -> diagnostic(diagnostics.addObject(), found));
        node.put("compileNanos", judging.compile().toNanos());
        node.put("runNanos", judging.run().toNanos());
        usage(node.putObject("usage"), judging.usage());
        allowed(node.putObject("allowed"), judging.allowed());
        node.put("isolation", judging.isolation());
        node.put("seed", judging.seed());
        return node;
    }

    static JudgingRecord read(Fields fields) {
        return new JudgingRecord(fields.text("exercise"), fields.bothLanguages("title"),
                fields.text("exerciseHash"), fields.textsByKey("about"), fields.text("submissionSha256"),
                fields.constant("verdict", Verdict.class), fields.text("message"),
                StandingJson.score(fields.object("score")), fields.list("tests", JudgingJson::test),
                fields.list("diagnostics", JudgingJson::diagnostic), nanos(fields, "compileNanos"),
                nanos(fields, "runNanos"), usage(fields.object("usage")), allowed(fields.object("allowed")),
                fields.text("isolation"), fields.longInteger("seed"));
    }

    private static void test(ObjectNode node, TestResult test) {
        node.put("name", test.name());
        node.put("about", test.about());
        test.dimension().ifPresent(dimension -> node.put("dimension", dimension.key()));
        node.put("sample", test.sample());
        node.put("maxPoints", test.maxPoints());
        node.put("verdict", test.verdict().name());
        node.put("message", test.message());
        node.put("call", test.call());
        node.put("expected", test.expected());
        node.put("actual", test.actual());
        node.put("printed", test.printed());
        node.put("nanos", test.duration().toNanos());
    }

    private static TestResult test(Fields fields) {
        return new TestResult(fields.text("name"), fields.text("about"), fields.dimension("dimension"),
                fields.truth("sample"), fields.integer("maxPoints"),
                fields.constant("verdict", Verdict.class), fields.text("message"), fields.textOrNull("call"),
                fields.textOrNull("expected"), fields.textOrNull("actual"), fields.text("printed"),
                nanos(fields, "nanos"));
    }

    private static void diagnostic(ObjectNode node, Diagnostic found) {
        node.put("severity", found.severity().name());
        node.put("file", found.file());
        node.put("line", found.line());
        node.put("column", found.column());
        node.put("start", found.start());
        node.put("end", found.end());
        node.put("code", found.code());
        node.put("message", found.message());
    }

    private static Diagnostic diagnostic(Fields fields) {
        return new Diagnostic(fields.constant("severity", Diagnostic.Severity.class), fields.text("file"),
                fields.longInteger("line"), fields.longInteger("column"), fields.integer("start"),
                fields.integer("end"), fields.text("code"), fields.text("message"));
    }

    private static void usage(ObjectNode node, Usage usage) {
        node.put("cpuNanos", usage.cpu().toNanos());
        node.put("peakMemoryBytes", usage.peakMemory().bytes());
    }

    private static Usage usage(Fields fields) {
        return new Usage(nanos(fields, "cpuNanos"), bytes(fields, "peakMemoryBytes"));
    }

    private static void allowed(ObjectNode node, Allowed allowed) {
        node.put("callNanos", allowed.call().toNanos());
        node.put("runNanos", allowed.run().toNanos());
        node.put("cpuNanos", allowed.cpu().toNanos());
        node.put("memoryBytes", allowed.memory().bytes());
        node.put("printedBytes", allowed.printed().bytes());
    }

    private static Allowed allowed(Fields fields) {
        return new Allowed(nanos(fields, "callNanos"), nanos(fields, "runNanos"), nanos(fields, "cpuNanos"),
                bytes(fields, "memoryBytes"), bytes(fields, "printedBytes"));
    }

    private static Duration nanos(Fields fields, String key) {
        return Duration.ofNanos(fields.longInteger(key));
    }

    private static ByteSize bytes(Fields fields, String key) {
        return new ByteSize(fields.longInteger(key));
    }
}

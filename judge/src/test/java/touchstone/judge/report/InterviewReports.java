package touchstone.judge.report;

import static touchstone.judge.authoring.RubricDimension.PRACTICE;
import static touchstone.judge.authoring.RubricDimension.SYSTEMS;
import static touchstone.judge.authoring.RubricDimension.THEORY;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.interview.Evidence;
import touchstone.judge.interview.Fraction;
import touchstone.judge.interview.InterviewReport;
import touchstone.judge.interview.InterviewReport.Section;
import touchstone.judge.interview.InterviewReport.WeightsFrom;
import touchstone.judge.interview.Item;
import touchstone.judge.interview.Overruling;
import touchstone.judge.interview.Preset;
import touchstone.judge.interview.RandomInterview;
import touchstone.judge.interview.Review;
import touchstone.judge.interview.Standing;
import touchstone.judge.interview.Weights;
import touchstone.judge.question.Key;
import touchstone.judge.run.Verdict;
import touchstone.judge.score.Score;
import touchstone.judge.text.Hint;
import touchstone.judge.text.Text;

/// Interviews to write reports about.
final class InterviewReports {
    static final Function<Hint, String> HINTS = hint -> hint.key() + " " + hint.arguments();

    private static final Instant GRADED = Instant.parse("2026-11-21T09:30:00Z");
    private static final Instant DECIDED = Instant.parse("2026-11-22T14:05:00Z");
    private static final Weights OUTLINE = Weights.of(30, 40, 20, 10);

    private InterviewReports() {}

    /// One item of each standing, a review and two overrulings; nothing about innovation.
    static InterviewReport everything() {
        return report(Optional.of("张伟"), OUTLINE,
                new WeightsFrom.ThePreset(
                        new Preset("outline-default", new Text("大纲默认", "Outline default"), OUTLINE)),
                List.of(basics(), coding(), discussion()));
    }

    /// All decided, with a dimension that has no weight.
    static InterviewReport decided() {
        return report(Optional.empty(), Weights.of(0, 60, 40, 0), new WeightsFrom.Custom(),
                List.of(new Section(new Text("基础", "Basics"), 10,
                        List.of(right(), skipped(), reviewed(), code("magnitude-prune", Verdict.ACCEPTED,
                                new Score(100, 100, Map.of(THEORY, 1.0, PRACTICE, 1.0)))))));
    }

    /// Nothing but an answer that waits.
    static InterviewReport waiting() {
        return report(Optional.empty(), OUTLINE, new WeightsFrom.TheBlueprint(),
                List.of(new Section(new Text("讨论", "Discussion"), 5, List.of(open("因为 decode 受带宽限制。")))));
    }

    static InterviewReport empty() {
        return report(Optional.empty(), OUTLINE, new WeightsFrom.TheBlueprint(), List.of());
    }

    /// Everything that people type, and all that a hint may quote of it, says the same.
    static InterviewReport typed(String text) {
        var unreadable = question("q1-02", new Text(text, text), SYSTEMS, 2,
                new Standing.Unreadable(Hint.at(3, "unit", text), text));
        var overruled = question("q1-03", new Text(text, text), SYSTEMS, 2,
                new Standing.Marked(Fraction.ZERO, text))
                .with(new Overruling("q1-03", Fraction.ONE, "." + text, text, DECIDED));
        var reviewed = open(text).with(new Review("q7-02", new TreeSet<>(List.of(1)), text, text, DECIDED));
        var failed = question("q1-05", new Text(text, text), SYSTEMS, 2, new Standing.JudgeError(text));
        return report(Optional.of(text), OUTLINE, new WeightsFrom.Custom(),
                List.of(new Section(new Text(text, text), 9,
                        List.of(unreadable, overruled, failed, reviewed, open(text)))));
    }

    static InterviewReport of(RandomInterview interview) {
        return report(Optional.empty(), interview.weights(), new WeightsFrom.Custom(),
                List.of(new Section(new Text("全部", "All"), 90, interview.evidence())));
    }

    private static Section basics() {
        var partly = question("q1-07", new Text("哪些方法减少存储？（多选）", "Which methods save storage? (multiple)"),
                SYSTEMS, 1, new Standing.Marked(Fraction.of(1, 3), "A, C"));
        var unreadable = question("q3-05", new Text("INT8 权重占多少？", "How much do INT8 weights take?"),
                PRACTICE, 2, new Standing.Unreadable(Hint.at(4, "unit.unknown", "apples"), "12 apples"));
        return new Section(new Text("压缩基础", "Compression basics"), 18,
                List.of(right(), partly, unreadable, skipped()));
    }

    private static Section coding() {
        var code = code("magnitude-prune", Verdict.WRONG_ANSWER,
                new Score(77, 100, Map.of(THEORY, 0.6, PRACTICE, 0.8)))
                .with(new Overruling("magnitude-prune", Fraction.of(9, 10),
                        "The statement did not say which index goes first.", "Li", DECIDED));
        var failed = Evidence.of(item("kd-loss", new Text("知识蒸馏损失", "Distillation loss")),
                new Standing.JudgeError("The worker did not start within 20 s."), GRADED);
        var missing = Evidence.of(new Item("gptq-layer", Item.Kind.EXERCISE,
                new Text("gptq-layer", "gptq-layer"), 45, Map.of(), ""), new Standing.Missing(), GRADED);
        return new Section(new Text("编码", "Coding"), 70, List.of(code, failed, missing));
    }

    private static Section discussion() {
        return new Section(new Text("讨论", "Discussion"), 10,
                List.of(open("因为 decode 受带宽限制：\n每个 token 都要读一遍权重。"), reviewed()));
    }

    private static Evidence right() {
        return question("q1-03",
                new Text("70B 参数以 FP32 存储需要多少？", "How much storage do 70B parameters take in FP32?"), THEORY,
                2, new Standing.Marked(Fraction.ONE, "280 GB"));
    }

    private static Evidence skipped() {
        return question("q2-04", new Text("剪枝率如何确定？", "How is a pruning ratio chosen?"), THEORY, 2,
                new Standing.NoAnswer());
    }

    private static Evidence reviewed() {
        return question("q8-11", new Text("量化与剪枝哪个更有前景？", "Quantization or pruning?"), SYSTEMS, 3,
                new Standing.WaitingForReview("Both.", keyPoints()))
                .with(new Review("q8-11", new TreeSet<>(List.of(1, 3)), "Short, but to the point.", "Wang",
                        DECIDED));
    }

    private static Evidence open(String answer) {
        return question("q7-02",
                new Text("为什么小批量解码时 W4 比 W8 快？请说明瓶颈。",
                        "Why is W4 faster than W8 when decoding small batches? Name the bottleneck."),
                SYSTEMS, 5, new Standing.WaitingForReview(answer, keyPoints()));
    }

    private static List<Key.KeyPoint> keyPoints() {
        return List.of(new Key.KeyPoint(new Text("解码受显存带宽限制", "decoding is bound by memory bandwidth"), 4),
                new Key.KeyPoint(new Text("权重字节数减半", "half the bytes of weights"), 4),
                new Key.KeyPoint(new Text("大批量时变为算力受限", "compute-bound at large batch"), 2));
    }

    private static Evidence question(
            String id,
            Text prompt,
            RubricDimension dimension,
            int minutes,
            Standing standing) {
        return Evidence.of(
                new Item(id, Item.Kind.QUESTION, prompt, minutes, Map.of(dimension, 100), "c".repeat(64)),
                standing, GRADED);
    }

    private static Evidence code(String id, Verdict verdict, Score score) {
        return Evidence.of(item(id, new Text("权重幅值剪枝", "Magnitude pruning of a weight matrix")),
                new Standing.Judged(verdict, score), GRADED);
    }

    private static Item item(String id, Text title) {
        return new Item(id, Item.Kind.EXERCISE, title, 12, Map.of(THEORY, 15, PRACTICE, 85), "e".repeat(64));
    }

    private static InterviewReport report(
            Optional<String> candidate,
            Weights weights,
            WeightsFrom from,
            List<Section> sections) {
        return InterviewReport.of("phone-screen", new Text("电话面", "Phone screen"), candidate, DECIDED,
                20260101, weights, from, sections, List.of());
    }
}

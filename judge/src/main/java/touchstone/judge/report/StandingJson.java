package touchstone.judge.report;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.interview.Fraction;
import touchstone.judge.interview.Standing;
import touchstone.judge.question.Key;
import touchstone.judge.run.Verdict;
import touchstone.judge.score.Score;
import touchstone.judge.text.Hint;

/// Standings as they are stored: what is read is equal to what was written.
public final class StandingJson {
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final int VERSION = 1;

    private StandingJson() {}

    public static String write(Standing standing) {
        var node = MAPPER.createObjectNode();
        node.put("version", VERSION);
        switch (standing) {
            case Standing.Judged(var verdict, var score) -> {
                node.put("standing", "judged").put("verdict", verdict.name());
                score(node.putObject("score"), score);
            }
            case Standing.Marked(var fraction, var understood) -> node.put("standing", "marked")
                    .put("fraction", fraction.toString())
                    .put("understood", understood);
            case Standing.NoAnswer() -> node.put("standing", "noAnswer");
            case Standing.Unreadable(var hint, var answer) -> {
                node.put("standing", "unreadable").put("answer", answer);
                hint(node.putObject("hint"), hint);
            }
            case Standing.WaitingForReview(var answer, var points) -> {
                node.put("standing", "waitingForReview").put("answer", answer);
                keyPoints(node.putArray("keyPoints"), points);
            }
            case Standing.JudgeError(var message) ->
                node.put("standing", "judgeError").put("message", message);
            case Standing.Pending(var handedIn) -> node.put("standing", "pending").put("handedIn", handedIn);
            case Standing.Missing() -> node.put("standing", "missing");
        }
        return Printable.text(node.toString());
    }

    /// The standing that was written.
    ///
    /// @throws IllegalArgumentException when this is nothing that [#write] wrote
    public static Standing read(String json) {
        var fields = Fields.parse(json);
        return switch (fields.text("standing")) {
            case "judged" ->
                new Standing.Judged(fields.constant("verdict", Verdict.class), score(fields.object("score")));
            case "marked" ->
                new Standing.Marked(Fraction.parse(fields.text("fraction")), fields.text("understood"));
            case "noAnswer" -> new Standing.NoAnswer();
            case "unreadable" -> new Standing.Unreadable(hint(fields.object("hint")), fields.text("answer"));
            case "waitingForReview" -> new Standing.WaitingForReview(fields.text("answer"),
                    fields.list("keyPoints", StandingJson::keyPoint));
            case "judgeError" -> new Standing.JudgeError(fields.text("message"));
            case "pending" -> new Standing.Pending(fields.truth("handedIn"));
            case "missing" -> new Standing.Missing();
            default -> throw fields.wrong("standing", "an unknown " + fields.text("standing"));
        };
    }

    static void score(ObjectNode node, Score score) {
        node.put("points", score.points()).put("maxPoints", score.maxPoints());
        dimensions(node.putObject("dimensions"), score.dimensions());
    }

    static Score score(Fields fields) {
        return new Score(fields.integer("points"), fields.integer("maxPoints"),
                fields.dimensions("dimensions"));
    }

    private static void dimensions(ObjectNode node, Map<RubricDimension, Double> dimensions) {
        // shortest decimals that read as the same double
        dimensions.forEach((dimension, value) -> node.put(dimension.key(), value));
    }

    private static void hint(ObjectNode node, Hint hint) {
        node.put("column", hint.column()).put("key", hint.key());
        InterviewJson.arguments(node.putArray("arguments"), hint.arguments());
    }

    private static Hint hint(Fields fields) {
        return new Hint(fields.integer("column"), fields.text("key"), fields.values("arguments"));
    }

    private static void keyPoints(ArrayNode node, List<Key.KeyPoint> points) {
        for (var point : points) {
            var each = node.addObject();
            InterviewJson.text(each.putObject("text"), point.text());
            each.put("points", point.points());
        }
    }

    private static Key.KeyPoint keyPoint(Fields fields) {
        return new Key.KeyPoint(fields.bothLanguages("text"), fields.integer("points"));
    }
}

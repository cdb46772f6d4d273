package touchstone.judge.batch;

import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import touchstone.judge.interview.Standing;
import touchstone.judge.report.JudgingRecord;
import touchstone.judge.report.Printable;
import touchstone.judge.report.StandingJson;
import touchstone.judge.run.Verdict;

/// What became of one item of one applicant: a line of `results.jsonl`.
///
/// @param key of the work that gave it; whoever handed in the same has the same
/// @param judging only of an exercise
public record Result(
        String applicant,
        String item,
        String key,
        Instant at,
        Standing standing,
        Optional<JudgingRecord> judging) {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    /// Of an exercise.
    static Result of(String applicant, String item, String key, Instant at, JudgingRecord judging) {
        return new Result(applicant, item, key, at, standing(judging), Optional.of(judging));
    }

    Result of(String other) {
        return new Result(other, item, key, at, standing, judging);
    }

    /// We failed, so it is to be tried again.
    boolean ours() {
        return standing instanceof Standing.JudgeError;
    }

    private static Standing standing(JudgingRecord judging) {
        return judging.verdict() == Verdict.JUDGE_ERROR ? new Standing.JudgeError(judging.message())
                : new Standing.Judged(judging.verdict(), judging.score());
    }

    /// One line, without its end.
    String json() {
        var node = MAPPER.createObjectNode();
        node.put("applicant", applicant).put("item", item).put("key", key).put("at", at.toString());
        judging.ifPresent(record -> node.put("verdict", record.verdict().name())
                .put("points", record.score().points())
                .put("maxPoints", record.score().maxPoints()));
        var head = node.toString();
        var body = judging.map(record -> "\"judging\":" + record.json())
                .orElseGet(() -> "\"standing\":" + StandingJson.write(standing));
        return Printable.text(head.substring(0, head.length() - 1)) + "," + body + "}";
    }

    /// @throws IllegalArgumentException when this is no such line, or half of one
    static Result parse(String line) {
        try {
            var node = MAPPER.readTree(line);
            var applicant = text(node, "applicant");
            var item = text(node, "item");
            var key = text(node, "key");
            var at = Instant.parse(text(node, "at"));
            return node.has("judging")
                    ? of(applicant, item, key, at, JudgingRecord.parse(node.path("judging").toString()))
                    : new Result(applicant, item, key, at,
                            StandingJson.read(node.path("standing").toString()), Optional.empty());
        } catch (JacksonException | java.time.DateTimeException e) {
            throw new IllegalArgumentException("no result: " + e.getMessage(), e);
        }
    }

    private static String text(JsonNode node, String key) {
        var value = node.path(key);
        if (!value.isString()) {
            throw new IllegalArgumentException("no result: " + key + " is missing");
        }
        return value.asString();
    }
}

package touchstone.judge.report;

import tools.jackson.databind.node.ObjectNode;
import touchstone.judge.interview.Evidence;
import touchstone.judge.interview.Overruling;
import touchstone.judge.interview.Review;
import touchstone.judge.interview.Standing;
import touchstone.judge.question.Key;

/// What the machine and what people say about an item, as JSON; keys that do not fit its state are absent.
final class InterviewItemJson {
    private InterviewItemJson() {}

    static void machine(ObjectNode node, Evidence evidence) {
        node.put("state", state(evidence.standing()));
        InterviewJson.fraction(node, "fraction", evidence.byMachine());
        switch (evidence.standing()) {
            case Standing.Judged judged -> judged(node, judged);
            case Standing.Marked marked -> node.put("understood", marked.understood());
            case Standing.Unreadable unreadable -> unreadable(node, unreadable);
            case Standing.WaitingForReview waiting -> waiting(node, waiting);
            case Standing.JudgeError error -> node.put("message", error.message());
            case Standing.Pending pending -> node.put("handedIn", pending.handedIn());
            case Standing.NoAnswer _,Standing.Missing _ -> {
                // the state says it all
            }
        }
        node.put("at", evidence.gradedAt().toString());
    }

    /// Null where nobody said anything.
    static void people(ObjectNode node, Evidence evidence) {
        node.putNull("review");
        evidence.review().ifPresent(review -> review(node.putObject("review"), evidence, review));
        node.putNull("overruling");
        evidence.overruling().ifPresent(overruling -> overruling(node.putObject("overruling"), overruling));
    }

    /// Whose number counts, and when it was made; all null while there is none.
    static void graded(ObjectNode node, Evidence evidence) {
        var person = evidence.overruling().map(Overruling::by).or(() -> evidence.review().map(Review::by));
        var when = evidence.overruling()
                .map(Overruling::at)
                .or(() -> evidence.review().map(Review::at))
                .orElse(evidence.gradedAt());
        node.put("grader", evidence.open() ? null : person.isPresent() ? "PERSON" : "MACHINE");
        node.put("by", person.orElse(null));
        node.put("at", evidence.open() ? null : when.toString());
    }

    private static String state(Standing standing) {
        return switch (standing) {
            case Standing.Judged _ -> "JUDGED";
            case Standing.Marked _ -> "MARKED";
            case Standing.NoAnswer _ -> "NO_ANSWER";
            case Standing.Unreadable _ -> "UNREADABLE";
            case Standing.WaitingForReview _ -> "WAITING_FOR_REVIEW";
            case Standing.JudgeError _ -> "JUDGE_ERROR";
            case Standing.Pending _ -> "PENDING";
            case Standing.Missing _ -> "MISSING";
        };
    }

    private static void judged(ObjectNode node, Standing.Judged judged) {
        node.put("verdict", judged.verdict().name());
        node.put("points", judged.score().points());
        node.put("maxPoints", judged.score().maxPoints());
        var dimensions = node.putObject("dimensions");
        judged.score().dimensions().forEach((dimension, value) -> dimensions.put(dimension.key(), value));
    }

    private static void unreadable(ObjectNode node, Standing.Unreadable unreadable) {
        node.put("answer", unreadable.answer());
        var hint = node.putObject("hint");
        hint.put("column", unreadable.hint().column());
        hint.put("key", unreadable.hint().key());
        InterviewJson.arguments(hint.putArray("arguments"), unreadable.hint().arguments());
    }

    private static void waiting(ObjectNode node, Standing.WaitingForReview waiting) {
        node.put("answer", waiting.answer());
        var points = node.putArray("keyPoints");
        for (Key.KeyPoint point : waiting.points()) {
            var keyPoint = points.addObject();
            InterviewJson.text(keyPoint, point.text());
            keyPoint.put("points", point.points());
        }
    }

    private static void review(ObjectNode node, Evidence evidence, Review review) {
        var ticked = node.putArray("ticked");
        review.ticked().forEach(ticked::add);
        InterviewJson.fraction(node, "fraction", evidence.reviewed());
        node.put("comment", review.comment());
        node.put("by", review.by());
        node.put("at", review.at().toString());
    }

    private static void overruling(ObjectNode node, Overruling overruling) {
        node.put("fraction", overruling.fraction().value());
        node.put("reason", overruling.reason());
        node.put("by", overruling.by());
        node.put("at", overruling.at().toString());
    }
}

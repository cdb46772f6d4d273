package touchstone.judge.certify;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import touchstone.judge.answer.Mark;
import touchstone.judge.answer.Marker;
import touchstone.judge.certify.Claim.Kind;
import touchstone.judge.question.Key;
import touchstone.judge.question.Question;
import touchstone.judge.question.Source;
import touchstone.judge.report.Hints;
import touchstone.judge.text.Language;

/// That a key earns full marks however it is spelled, and that common wrong answers do not.
final class MarkProof {
    private final Question question;
    private final Source source;
    private final Marker marker;
    private final long seed;

    MarkProof(Question question, Source source, Marker marker, long seed) {
        this.question = question;
        this.source = source;
        this.marker = marker;
        this.seed = seed;
    }

    List<Claim> claims() {
        if (question.key() instanceof Key.Open) {
            // marked by people, so that there is nothing to prove
            return List.of();
        }
        var claims = new ArrayList<Claim>();
        spellings(question.key()).distinct().forEach(spelling -> claims.add(right(spelling)));
        for (int i = 0; i < question.wrong().size(); i++) {
            claims.add(wrong(question.wrong().get(i).answer(), "wrong." + i));
        }
        return claims;
    }

    private Claim right(String spelling) {
        var detail = switch (marker.mark(question, spelling, seed)) {
            case Mark.Marked(double fraction, _) when fraction == 1 -> "";
            case Mark.Marked(double fraction, _) ->
                "the key's own answer '%s' earns %s instead of everything".formatted(spelling, fraction);
            case Mark.Unreadable unreadable ->
                "the key's own answer '%s' cannot be read: %s".formatted(spelling, told(unreadable));
            case Mark.NoAnswer _ -> "the key's own answer '%s' counts as none".formatted(spelling);
            case Mark.WaitingForReview _ ->
                "the key's own answer '%s' waits for a person".formatted(spelling);
        };
        return Claim.of(Kind.ANSWER, question, source, "key", detail);
    }

    private Claim wrong(String answer, String part) {
        boolean partly = question.key() instanceof Key.Multiple || question.key() instanceof Key.Ordering;
        var detail = switch (marker.mark(question, answer, seed)) {
            case Mark.Marked(double fraction, _) when fraction == 1 ->
                "the wrong answer '%s' gets full marks; mend the key or the answer".formatted(answer);
            case Mark.Marked(double fraction, _) ->
                fraction == 0 || partly ? "" : "the wrong answer '%s' earns %s".formatted(answer, fraction);
            case Mark.Unreadable unreadable ->
                "the wrong answer '%s' cannot be read (%s); write it as a candidate would".formatted(answer,
                        told(unreadable));
            case Mark.NoAnswer _ -> "the wrong answer '%s' counts as none".formatted(answer);
            case Mark.WaitingForReview _ -> "the wrong answer '%s' waits for a person".formatted(answer);
        };
        return Claim.of(Kind.MISTAKE, question, source, part, detail);
    }

    private static String told(Mark.Unreadable unreadable) {
        return Hints.say(unreadable.hint(), Language.EN);
    }

    private static Stream<String> spellings(Key key) {
        return switch (key) {
            case Key.Numeric numeric -> numbers(numeric);
            case Key.Single(_, String answer) -> Stream.of(answer, answer + ".");
            case Key.Multiple(_, var answer) -> letters(answer.stream().sorted().toList());
            case Key.Ordering(_, List<String> answer) -> letters(answer);
            case Key.Formula formula -> Stream.of(formula.expression(), "(" + formula.expression() + ")");
            case Key.Open _ -> Stream.empty();
        };
    }

    private static Stream<String> numbers(Key.Numeric key) {
        var exact = BigDecimal.valueOf(key.value());
        var plain = exact.stripTrailingZeros().toPlainString();
        var scientific = "%se%d".formatted(exact.unscaledValue(), -exact.scale());
        return Stream
                .of(plain, plain + " " + key.unit(), plain + key.unit(), scientific,
                        scientific + " " + key.unit())
                .map(String::strip);
    }

    private static Stream<String> letters(List<String> letters) {
        return Stream.of(String.join(", ", letters), letters.stream().collect(Collectors.joining()));
    }
}

package touchstone.judge.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.interview.Evidence;
import touchstone.judge.interview.Fraction;
import touchstone.judge.interview.InterviewReport;
import touchstone.judge.interview.InterviewReport.WeightsFrom;
import touchstone.judge.interview.InterviewScore;
import touchstone.judge.interview.Item;
import touchstone.judge.interview.Note;
import touchstone.judge.interview.Overruling;
import touchstone.judge.interview.Review;
import touchstone.judge.interview.Standing;
import touchstone.judge.text.Hint;
import touchstone.judge.text.Language;
import touchstone.judge.text.Text;
import touchstone.judge.text.Words;

/// How the parts of an interview's report are put into words. Whatever people typed comes out printable.
public final class InterviewWords {
    private static final int ANSWER_CHARACTERS_MAX = 40;
    private static final int NAME_CHARACTERS_MAX = 60;
    private static final int TEXT_CHARACTERS_MAX = 600;
    private static final int POINTS_DECIMALS = 2;
    private static final int VERSION_CHARACTERS = 8;

    private final Words words;
    private final Function<Hint, String> hints;

    InterviewWords(Words words, Function<Hint, String> hints) {
        this.words = words;
        this.hints = hints;
    }

    /// Those of this language.
    public static InterviewWords of(Language language) {
        return new InterviewWords(TextReport.words(language), hint -> Hints.say(hint, language));
    }

    /// The words at the key below `interview.` in the reports' bundle.
    public String say(String key, Object... arguments) {
        return words.say("interview." + key, arguments);
    }

    Language language() {
        return words.language();
    }

    public String dimension(RubricDimension dimension) {
        return words.say("dimension." + dimension.key());
    }

    public String text(Text text) {
        return Printable.cut(Printable.line(text.in(words.language()).strip()), TEXT_CHARACTERS_MAX);
    }

    /// What the interview comes to, in one sentence, with what it can still come to.
    public String total(InterviewScore score) {
        var range = spread(score);
        if (range.isPresent()) {
            var lowest = hundredth(range.get().lowest());
            var highest = hundredth(range.get().highest());
            var open = Integer.toString(score.openMinutes());
            return score.total()
                    .map(total -> say("total.provisional", hundredth(total), lowest, highest, open))
                    .orElseGet(() -> say("total.open", lowest, highest, open));
        }
        return score.total().map(total -> say("total", hundredth(total))).orElseGet(() -> say("total.none"));
    }

    /// What the total can still come to, if that is not one number alone.
    public static Optional<InterviewScore.Range> spread(InterviewScore score) {
        return score.range().filter(between -> !between.lowest().equals(between.highest()));
    }

    /// Where the weights come from.
    public String weights(InterviewReport report) {
        return switch (report.weightsFrom()) {
            case WeightsFrom.ThePreset(var preset) -> say("weights.preset", text(preset.title()));
            case WeightsFrom.TheBlueprint() -> say("weights.blueprint");
            case WeightsFrom.Custom() -> say("weights.custom");
        };
    }

    /// `67.4 %`
    public String percent(Fraction fraction) {
        return words.say("percent", hundredth(fraction));
    }

    public String percent(int percent) {
        return words.say("percent", percent);
    }

    /// `67.4`
    public static String hundredth(Fraction fraction) {
        return fraction.times(100, 1).toPlainString();
    }

    /// `7.5/10`, or a dash without a number.
    public static String points(Item item, Optional<Fraction> fraction) {
        int possible = item.kind().points();
        return fraction.map(earned -> plain(earned.times(possible, POINTS_DECIMALS)) + "/" + possible)
                .orElse("–");
    }

    public static String minutes(Fraction minutes) {
        return plain(minutes.times(1, 1));
    }

    static String date(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    /// The beginning of a content hash.
    public static String version(String hash) {
        return hash.length() <= VERSION_CHARACTERS ? hash : hash.substring(0, VERSION_CHARACTERS);
    }

    /// What the machine made of it.
    public String standing(Evidence evidence) {
        return switch (evidence.standing()) {
            case Standing.Judged judged -> words.say("verdict." + judged.verdict());
            case Standing.Marked marked ->
                say("marked." + rightness(marked.fraction()), answer(marked.understood()));
            case Standing.NoAnswer _ -> say("noAnswer");
            case Standing.Unreadable unreadable -> say("unreadable", answer(unreadable.answer()));
            case Standing.WaitingForReview _ -> say(evidence.open() ? "waiting" : "byPeople");
            case Standing.JudgeError error -> say("judgeError", answer(error.message()));
            case Standing.Pending pending -> say(pending.handedIn() ? "beingJudged" : "notHandedIn");
            case Standing.Missing _ -> say("missing");
        };
    }

    /// Who made the number that counts, and when.
    String graded(Evidence evidence) {
        return evidence.overruling()
                .map(this::by)
                .or(() -> evidence.review().map(this::by))
                .orElseGet(() -> say("by", say("machine"), date(evidence.gradedAt())));
    }

    String by(Overruling overruling) {
        return say("by", name(overruling.by()), date(overruling.at()));
    }

    String by(Review review) {
        return say("by", name(review.by()), date(review.at()));
    }

    public String hint(Hint hint) {
        var text = Printable.cut(Printable.line(hints.apply(hint)), TEXT_CHARACTERS_MAX);
        return hint.column() > 0 ? say("hint.column", hint.column(), text) : text;
    }

    public String note(Note note) {
        return say("note." + note.key(), note.arguments().stream().map(this::argument).toArray());
    }

    private String argument(Object argument) {
        return switch (argument) {
            case RubricDimension dimension -> dimension(dimension);
            case Text text -> text(text);
            case List<?> list ->
                list.stream().map(this::argument).collect(Collectors.joining(say("list.separator")));
            default -> Printable.line(argument.toString());
        };
    }

    private static String rightness(Fraction fraction) {
        if (fraction.isZero()) {
            return "wrong";
        }
        return fraction.equals(Fraction.ONE) ? "right" : "partly";
    }

    public String name(String name) {
        return name.isBlank() ? say("somebody")
                : Printable.cut(Printable.line(name.strip()), NAME_CHARACTERS_MAX);
    }

    private static String answer(String answer) {
        return Printable.cut(Printable.line(answer.strip()), ANSWER_CHARACTERS_MAX);
    }

    /// Without zeros at the end, and never as `1E+1`.
    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}

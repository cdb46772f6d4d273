package touchstone.judge.batch.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalDouble;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.batch.BatchException;
import touchstone.judge.batch.intake.Finding;
import touchstone.judge.batch.intake.Layout;
import touchstone.judge.batch.intake.TableException;
import touchstone.judge.interview.Evidence;
import touchstone.judge.interview.Fraction;
import touchstone.judge.interview.InterviewScore;
import touchstone.judge.interview.Item;
import touchstone.judge.interview.Standing;
import touchstone.judge.report.InterviewWords;
import touchstone.judge.report.Printable;
import touchstone.judge.report.TextReport;
import touchstone.judge.run.Verdict;
import touchstone.judge.text.Language;
import touchstone.judge.text.Words;
import touchstone.judge.upload.UploadException;

/// What is said about batches, in one language. Whatever anybody typed comes out printable.
public final class BatchWords {
    private static final int NAME_CHARACTERS_MAX = 80;
    private static final int TEXT_CHARACTERS_MAX = 400;

    private final Words words;
    private final Words reports;
    private final InterviewWords interviews;

    private BatchWords(Words words, Words reports, InterviewWords interviews) {
        this.words = words;
        this.reports = reports;
        this.interviews = interviews;
    }

    public static BatchWords of(Language language) {
        return new BatchWords(Words.of("touchstone.judge.batch.messages", language),
                TextReport.words(language), InterviewWords.of(language));
    }

    public Words words() {
        return words;
    }

    public String say(String key, Object... arguments) {
        return words.say(key, arguments);
    }

    /// Why something was not used.
    public String finding(Finding finding) {
        var path = name(finding.path());
        if (finding.reason() == Finding.Reason.ENTRY) {
            return line(say("entry." + finding.details().getFirst(), path));
        }
        var arguments = new Object[finding.details().size() + 1];
        arguments[0] = path;
        for (int i = 1; i < arguments.length; i++) {
            arguments[i] = finding.details().get(i - 1);
        }
        return line(say("finding." + finding.reason(), arguments));
    }

    public String layout(Layout layout) {
        return say("layout." + layout);
    }

    /// One line.
    public String refusal(UploadException refusal) {
        return line(say("upload." + refusal.reason(), refusal.upload()));
    }

    /// One line.
    public String refusal(TableException refusal) {
        return line(say("table." + refusal.reason(), refusal.details().toArray()));
    }

    /// One line.
    public String refusal(BatchException refusal) {
        return line(say("refused." + refusal.reason(), refusal.details().toArray()));
    }

    public String name(String name) {
        return Printable.cut(Printable.line(name.strip()), NAME_CHARACTERS_MAX);
    }

    private static String line(String text) {
        return Printable.cut(Printable.line(text), TEXT_CHARACTERS_MAX);
    }

    String dimension(RubricDimension dimension) {
        return interviews.dimension(dimension);
    }

    String title(Item item) {
        return switch (item.kind()) {
            case EXERCISE -> interviews.text(item.title());
            case QUESTION -> Printable.cut(interviews.text(item.title()), NAME_CHARACTERS_MAX);
        };
    }

    String verdict(Verdict verdict) {
        return reports.say("verdict." + verdict);
    }

    String total(InterviewScore score) {
        return interviews.total(score);
    }

    String standing(Evidence evidence) {
        return evidence.standing() instanceof Standing.Pending(boolean handedIn) && !handedIn
                ? say("standing.blocked")
                : interviews.standing(evidence);
    }

    static String hundredth(Optional<Fraction> fraction) {
        return fraction.map(InterviewWords::hundredth).orElse("—");
    }

    /// `67.4` of a statistic between 0 and 1.
    static String hundredth(OptionalDouble value) {
        return value.isPresent() ? rounded(100 * value.getAsDouble(), 1).toPlainString() : "—";
    }

    static BigDecimal rounded(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    }

    /// With its sign, `+3.5`.
    static String signed(OptionalDouble difference) {
        if (difference.isEmpty()) {
            return "—";
        }
        var rounded = rounded(difference.getAsDouble(), 1);
        return (rounded.signum() > 0 ? "+" : "") + rounded.toPlainString().replace('-', '−');
    }

    /// For spreadsheets.
    static BigDecimal kept(Fraction fraction) {
        var kept = fraction.times(100, 4).stripTrailingZeros();
        return kept.scale() < 0 ? kept.setScale(0) : kept;
    }
}

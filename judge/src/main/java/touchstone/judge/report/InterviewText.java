package touchstone.judge.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import touchstone.judge.interview.DimensionScore;
import touchstone.judge.interview.Evidence;
import touchstone.judge.interview.Fraction;
import touchstone.judge.interview.InterviewReport;
import touchstone.judge.interview.InterviewScore;
import touchstone.judge.interview.Standing;
import touchstone.judge.text.Hint;
import touchstone.judge.text.Words;

/// A whole interview for people at a terminal: the total in one line, the dimensions, the items, then what
/// needs a person and what else has to be known.
public final class InterviewText {
    private static final int BAR = 20;
    private static final int TITLE_COLUMNS_MAX = 60;

    private final InterviewWords words;
    private final Style style;

    /// Writes in the language of the words.
    ///
    /// @param words of every report, see [TextReport#words]
    /// @param hints tells in the same language why an answer cannot be read
    public InterviewText(Words words, Style style, Function<Hint, String> hints) {
        this.words = new InterviewWords(words, hints);
        this.style = style;
    }

    /// Writes the report.
    ///
    /// @param evidence whether all items behind the number of each dimension are listed below it
    public String of(InterviewReport report, boolean evidence) {
        var out = new StringBuilder();
        out.append(headline(report.score())).append('\n');
        facts(out, report);
        dimensions(out, report.score().dimensions());
        if (evidence) {
            new EvidenceText(words, style).append(out, report.score().dimensions());
        }
        report.sections().forEach(section -> section(out, section));
        new DecisionsText(words, style).append(out, report);
        notes(out, report);
        return out.toString();
    }

    private String headline(InterviewScore score) {
        var total = words.total(score);
        return score.total().isPresent() && InterviewWords.spread(score).isEmpty() ? style.bold(total)
                : style.odd(total);
    }

    private void facts(StringBuilder out, InterviewReport report) {
        var facts = new ArrayList<String>();
        report.candidate().map(words::name).ifPresent(facts::add);
        facts.add(words.text(report.title()) + " (" + Printable.line(report.blueprint()) + ")");
        facts.add(InterviewWords.date(report.date()));
        facts.add(words.say("seed", Long.toString(report.seed())));
        out.append(style.faint(String.join(" · ", facts))).append('\n');
    }

    private void dimensions(StringBuilder out, List<DimensionScore> dimensions) {
        heading(out, words.say("dimensions"));
        var table = new Table(List.of(false, true, true, true, true, true, false)).row(words.say("dimension"),
                words.say("weight"), words.say("score"), words.say("items"), words.say("minutes"),
                words.say("open"), "");
        for (var dimension : dimensions) {
            table.row(words.dimension(dimension.dimension()), words.percent(dimension.weight()),
                    dimension.score().map(words::percent).orElseGet(() -> words.say("notAssessed")),
                    Long.toString(dimension.counted()), InterviewWords.minutes(dimension.minutes()),
                    Long.toString(dimension.shares().size() - dimension.counted()),
                    dimension.score().map(InterviewText::bar).orElse(""));
        }
        lines(out, table);
    }

    private static String bar(Fraction score) {
        int filled = score.times(BAR, 0).intValueExact();
        return "█".repeat(filled) + "░".repeat(BAR - filled);
    }

    private void section(StringBuilder out, InterviewReport.Section section) {
        heading(out, words.say("section", words.text(section.title()), section.minutes()));
        var table = new Table(List.of(false, true, true, false, false, false));
        for (var evidence : section.items()) {
            var item = evidence.item();
            table.row(sign(evidence), InterviewWords.points(item, evidence.fraction()),
                    words.say("item.minutes", item.minutes()), Printable.line(item.id()),
                    words.standing(evidence) + people(evidence),
                    Columns.cut(words.text(item.title()), TITLE_COLUMNS_MAX));
        }
        lines(out, table);
    }

    /// The words beside it say the same.
    private static String sign(Evidence evidence) {
        if (evidence.open()) {
            return evidence.standing() instanceof Standing.JudgeError ? "!" : "…";
        }
        if (evidence.standing() instanceof Standing.Unreadable && evidence.byPeople().isEmpty()) {
            return "?";
        }
        return evidence.fraction().map(InterviewText::sign).orElse("–");
    }

    private static String sign(Fraction fraction) {
        if (fraction.isZero()) {
            return "✗";
        }
        return fraction.equals(Fraction.ONE) ? "✓" : "~";
    }

    private String people(Evidence evidence) {
        return evidence.overruling()
                .map(overruling -> words.say("item.overruled", words.by(overruling)))
                .or(() -> evidence.review().map(review -> words.say("item.reviewed", words.by(review))))
                .orElse("");
    }

    private void notes(StringBuilder out, InterviewReport report) {
        heading(out, words.say("notes"));
        out.append("  · ").append(words.weights(report)).append('\n');
        for (var note : report.notes()) {
            out.append("  · ").append(words.note(note)).append('\n');
        }
    }

    private void heading(StringBuilder out, String text) {
        out.append('\n').append(style.bold(text)).append('\n');
    }

    private static void lines(StringBuilder out, Table table) {
        table.lines().forEach(line -> out.append(line).append('\n'));
    }
}

package touchstone.web.report;

import io.pebbletemplates.pebble.extension.escaper.SafeString;
import java.time.Instant;
import touchstone.judge.interview.Evidence;
import touchstone.judge.interview.Fraction;
import touchstone.judge.interview.Item;
import touchstone.judge.interview.Overruling;
import touchstone.judge.interview.Review;
import touchstone.judge.interview.Standing;
import touchstone.judge.report.InterviewWords;
import touchstone.judge.report.Printable;
import touchstone.judge.report.TextReport;
import touchstone.judge.run.Verdict;
import touchstone.judge.text.Language;
import touchstone.judge.text.Text;
import touchstone.judge.text.Words;
import touchstone.web.markup.Beginning;
import touchstone.web.markup.Markup;
import touchstone.web.page.WebWords;

/// How a report speaks: the words of the judge's reports and of these pages, and Markdown.
///
/// @param judge words of a judging
/// @param interview words of a whole interview
/// @param page words of the pages
record Voice(Words judge, InterviewWords interview, WebWords page, Markup markup) {
    static Voice of(WebWords page, Markup markup) {
        return new Voice(TextReport.words(page.language()), InterviewWords.of(page.language()), page, markup);
    }

    Language language() {
        return page.language();
    }

    String in(Text text) {
        return text.in(language());
    }

    String say(String key, Object... arguments) {
        return page.say("report." + key, arguments);
    }

    /// Words of a judging, for templates.
    public String ofRun(String key) {
        return judge.say(key);
    }

    /// Words of a whole interview, for templates.
    public String ofReport(String key) {
        return interview.say(key);
    }

    /// Text of other people in which nothing is invisible and nothing turns its neighbours around.
    static String shown(String text) {
        return Printable.text(text.replace("\r\n", "\n"));
    }

    String verdict(Verdict verdict) {
        return judge.say("verdict." + verdict);
    }

    SafeString prose(String markdown) {
        return new SafeString(markup.page(markdown));
    }

    SafeString line(String markdown) {
        return new SafeString(markup.line(markdown));
    }

    /// Questions have no titles, so the beginning of what they ask stands in.
    SafeString title(Item item) {
        var text = in(item.title());
        return line(item.kind() == Item.Kind.EXERCISE ? text : Beginning.of(text));
    }

    /// Who made the number that counts, or why there is none.
    String grader(Evidence evidence) {
        if (evidence.open()) {
            return interview.standing(evidence);
        }
        return evidence.overruling()
                .map(Overruling::by)
                .or(() -> evidence.review().map(Review::by))
                .map(interview::name)
                .orElseGet(() -> interview.say("machine"));
    }

    /// When the number that counts was made.
    static Instant gradedAt(Evidence evidence) {
        return evidence.overruling()
                .map(Overruling::at)
                .or(() -> evidence.review().map(Review::at))
                .orElse(evidence.gradedAt());
    }

    /// For the attribute `data-state` of the page's styles.
    static String state(Evidence evidence) {
        return switch (evidence.standing()) {
            case Standing.Judged judged -> judged.verdict().name();
            case Standing.Marked marked -> state(marked.fraction());
            case Standing.NoAnswer _ -> "none";
            case Standing.Unreadable _ -> "warning";
            case Standing.WaitingForReview _ -> evidence.review().isPresent() ? "graded" : "review";
            case Standing.JudgeError _ -> "ours";
            case Standing.Pending pending -> pending.handedIn() ? "queued" : "not-started";
            case Standing.Missing _ -> "not-assessed";
        };
    }

    static String state(Fraction fraction) {
        if (fraction.isZero()) {
            return "wrong";
        }
        return fraction.equals(Fraction.ONE) ? "right" : "partly";
    }
}

package touchstone.judge.report;

import java.util.List;
import java.util.stream.Collectors;
import touchstone.judge.interview.Evidence;
import touchstone.judge.interview.InterviewReport;
import touchstone.judge.interview.Overruling;
import touchstone.judge.interview.Review;
import touchstone.judge.interview.Standing;

/// What people still have to decide, and what they decided.
final class DecisionsText {
    private static final int TEXT_CHARACTERS_MAX = 1200;
    private static final int COLUMNS = 96;

    private final InterviewWords words;
    private final Style style;

    DecisionsText(InterviewWords words, Style style) {
        this.words = words;
        this.style = style;
    }

    void append(StringBuilder out, InterviewReport report) {
        var waiting = report.openReviews();
        var unreadable = report.unreadable();
        if (!waiting.isEmpty() || !unreadable.isEmpty()) {
            heading(out, words.say("needsPerson", waiting.size() + unreadable.size()));
            waiting.forEach(evidence -> toDecide(out, evidence));
            unreadable.forEach(evidence -> toDecide(out, evidence));
        }
        reviews(out, report);
        overrulings(out, report.overruled());
    }

    private void toDecide(StringBuilder out, Evidence evidence) {
        switch (evidence.standing()) {
            case Standing.WaitingForReview waiting -> waiting(out, evidence, waiting);
            case Standing.Unreadable unreadable -> unreadable(out, evidence, unreadable);
            case Standing.Judged _,Standing.Marked _,Standing.NoAnswer _,Standing.JudgeError _,Standing.Pending _,Standing.Missing _ ->
                throw new IllegalArgumentException(evidence.item().id() + " needs nobody");
        }
    }

    private void waiting(StringBuilder out, Evidence evidence, Standing.WaitingForReview waiting) {
        title(out, evidence, words.say("toTick"));
        block(out, "question", evidence.item().title().in(words.language()));
        block(out, "answer", waiting.answer());
        int number = 1;
        for (var point : waiting.points()) {
            wrapped(out, "    [ ] " + number++ + ". ",
                    words.say("keyPoint", point.points(), words.text(point.text())));
        }
    }

    private void unreadable(StringBuilder out, Evidence evidence, Standing.Unreadable unreadable) {
        title(out, evidence, words.say("toMend"));
        block(out, "answer", unreadable.answer());
        wrapped(out, "    ", words.hint(unreadable.hint()));
    }

    private void title(StringBuilder out, Evidence evidence, String what) {
        var item = evidence.item();
        out.append("  ").append(style.bold(Printable.line(item.id()))).append("  ");
        out.append(words.say("toDecide", item.minutes(), what)).append('\n');
    }

    private void block(StringBuilder out, String key, String text) {
        var label = "    " + words.say("block." + key);
        var shown = Printable.cut(Printable.text(text.strip()), TEXT_CHARACTERS_MAX);
        var lines = shown.lines().flatMap(line -> Columns.wrap(line, COLUMNS).stream()).toList();
        out.append(label).append(String.join("\n" + " ".repeat(Columns.width(label)), lines)).append('\n');
    }

    private static void wrapped(StringBuilder out, String label, String text) {
        out.append(label)
                .append(String.join("\n" + " ".repeat(Columns.width(label)), Columns.wrap(text, COLUMNS)))
                .append('\n');
    }

    private void reviews(StringBuilder out, InterviewReport report) {
        var reviewed = report.reviewed();
        if (!reviewed.isEmpty()) {
            heading(out, words.say("reviews"));
        }
        for (var evidence : reviewed) {
            evidence.review().ifPresent(review -> review(out, evidence, review));
        }
    }

    private void review(StringBuilder out, Evidence evidence, Review review) {
        var item = evidence.item();
        var ticked = review.ticked().stream().map(String::valueOf).collect(Collectors.joining(", "));
        wrapped(out, "  " + Printable.line(item.id()) + "  ",
                words.say("review", InterviewWords.points(item, evidence.reviewed()), words.by(review),
                        ticked.isEmpty() ? words.say("review.none") : ticked));
        if (!review.comment().isBlank()) {
            block(out, "comment", review.comment());
        }
    }

    private void overrulings(StringBuilder out, List<Evidence> overruled) {
        if (!overruled.isEmpty()) {
            heading(out, words.say("overrulings"));
        }
        for (var evidence : overruled) {
            evidence.overruling().ifPresent(overruling -> overruling(out, evidence, overruling));
        }
    }

    private void overruling(StringBuilder out, Evidence evidence, Overruling overruling) {
        var item = evidence.item();
        var machine = evidence.byMachine()
                .map(_ -> InterviewWords.points(item, evidence.byMachine()))
                .orElseGet(() -> words.standing(evidence));
        out.append("  ").append(Printable.line(item.id())).append("  ");
        out.append(words.say("overruling", machine, InterviewWords.points(item, evidence.byPeople()),
                words.by(overruling))).append('\n');
        block(out, "reason", overruling.reason());
    }

    private void heading(StringBuilder out, String text) {
        out.append('\n').append(style.bold(text)).append('\n');
    }
}

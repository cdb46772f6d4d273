package touchstone.judge.cli;

import java.util.List;
import touchstone.judge.question.Coverage;
import touchstone.judge.question.Key;
import touchstone.judge.question.Key.Option;
import touchstone.judge.question.Question;
import touchstone.judge.question.QuestionType;
import touchstone.judge.report.KeyWords;
import touchstone.judge.report.Style;
import touchstone.judge.text.Text;
import touchstone.judge.text.Words;

/// A question for the terminal: as candidates see it, and with what interviewers know.
final class QuestionPage {
    private static final String INDENT = "  ";

    private final Words words;
    private final Words reportWords;
    private final Style style;
    private final int columns;

    QuestionPage(Context context, Style style) {
        words = context.words();
        reportWords = context.reportWords();
        columns = context.console().columns();
        this.style = style;
    }

    /// Prompt, options, and how to answer.
    String asked(Question question) {
        var out = new StringBuilder();
        out.append(style.bold(question.id()))
                .append("  ")
                .append(style.faint(facts(question)))
                .append("\n\n");
        out.append(Markdown.render(in(question.prompt()), style, columns));
        var options = options(question.key());
        if (!options.isEmpty()) {
            out.append('\n');
            options.forEach(option -> entry(out, option.letter(), in(option.text())));
        }
        return out.append('\n').append(howToAnswer(question.key())).append('\n').toString();
    }

    /// The key and all that explains it.
    String key(Question question, Coverage coverage) {
        var out = new StringBuilder();
        heading(out, "question.key");
        new KeyWords(reportWords).lines(question.key())
                .forEach(line -> out.append(INDENT).append(line).append('\n'));
        if (question.key() instanceof Key.Open(_, var points)) {
            points.forEach(point -> entry(out, words.say("question.points", "%2d".formatted(point.points())),
                    in(point.text())));
        }
        if (!in(question.solution()).isBlank()) {
            heading(out, "question.solution");
            entry(out, "", in(question.solution()));
        }
        if (!question.wrong().isEmpty()) {
            heading(out, "question.wrong");
            question.wrong().forEach(mistake -> entry(out, mistake.answer(), in(mistake.why())));
        }
        if (!question.ref().isEmpty()) {
            heading(out, "question.ref");
            entry(out, "", question.ref());
        }
        heading(out, "question.covers");
        coverage.bullets()
                .stream()
                .filter(bullet -> question.covers().contains(bullet.id()))
                .forEach(bullet -> entry(out, bullet.id(), in(bullet.text())));
        return out.toString();
    }

    private String facts(Question question) {
        return words.say("question.facts", words.say("question.type." + QuestionType.of(question.key())),
                question.level(), question.minutes(),
                reportWords.say("dimension." + question.rubric().key()));
    }

    private String howToAnswer(Key key) {
        return switch (key) {
            case Key.Numeric(_, String unit, _, _) when unit.isEmpty() -> words.say("question.answer.number");
            case Key.Numeric(_, String unit, _, _) -> words.say("question.answer.quantity", unit);
            case Key.Single _ -> words.say("question.answer.single");
            case Key.Multiple _ -> words.say("question.answer.multiple");
            case Key.Ordering _ -> words.say("question.answer.ordering");
            case Key.Formula formula ->
                words.say("question.answer.formula", String.join(", ", formula.variables().keySet()));
            case Key.Open(boolean scenario, _) ->
                words.say(scenario ? "question.answer.design" : "question.answer.text");
        };
    }

    private static List<Option> options(Key key) {
        return switch (key) {
            case Key.Single(List<Option> options, _) -> options;
            case Key.Multiple(List<Option> options, _) -> options;
            case Key.Ordering(List<Option> options, _) -> options;
            case Key.Numeric _,Key.Formula _,Key.Open _ -> List.of();
        };
    }

    /// A label and a text beside it, which may need several lines.
    private void entry(StringBuilder out, String label, String text) {
        var lead = label.isEmpty() ? INDENT : INDENT + label + INDENT;
        var body = Markdown.render(text, style, columns - lead.length()).strip();
        out.append(lead).append(body.replace("\n", "\n" + " ".repeat(lead.length()))).append('\n');
    }

    private void heading(StringBuilder out, String key) {
        out.append('\n').append(style.bold(words.say(key))).append("\n\n");
    }

    private String in(Text text) {
        return text.in(words.language());
    }
}

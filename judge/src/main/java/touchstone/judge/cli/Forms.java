package touchstone.judge.cli;

import java.util.List;
import touchstone.judge.interview.Entry;
import touchstone.judge.interview.Plan;
import touchstone.judge.question.Key;
import touchstone.judge.question.Question;
import touchstone.judge.report.Columns;
import touchstone.judge.text.Words;

/// Files to fill in for the command `interview`, with everything one needs to know beside the gaps.
final class Forms {
    private final Words words;
    private final int columns;

    Forms(Words words, int columns) {
        this.words = words;
        this.columns = columns;
    }

    String of(InterviewCommand.Template template, Plan plan) {
        return switch (template) {
            case ANSWERS -> answers(plan);
            case REVIEW -> review(plan);
        };
    }

    private String answers(Plan plan) {
        var out = new StringBuilder();
        comment(out, "", words.say("form.answers"));
        out.append("blueprint: ").append(plan.blueprint().id()).append("\ncandidate: \"\"\nanswers:\n");
        for (var entry : plan.entries()) {
            switch (entry) {
                case Entry.Asked(var question) -> question(out, question);
                case Entry.Coding(var exercise) ->
                    comment(out, "  ", words.say("form.code", exercise.id(), exercise.minutes()));
                case Entry.Planned _ -> {
                    // nothing can be handed in for it
                }
            }
        }
        return out.toString();
    }

    private void question(StringBuilder out, Question question) {
        out.append('\n');
        comment(out, "  ", question.prompt().in(words.language()));
        options(question.key()).forEach(
                option -> comment(out, "  ", option.letter() + "  " + option.text().in(words.language())));
        comment(out, "  ", hint(question.key()));
        out.append("  ")
                .append(question.id())
                .append(question.key() instanceof Key.Open ? ": |\n\n" : ": \n");
    }

    private String review(Plan plan) {
        var out = new StringBuilder();
        comment(out, "", words.say("form.review"));
        out.append("blueprint: ").append(plan.blueprint().id()).append("\nreviews:\n");
        for (var question : plan.questions()) {
            if (question.key() instanceof Key.Open open) {
                out.append('\n');
                comment(out, "", question.prompt().in(words.language()));
                for (int i = 0; i < open.points().size(); i++) {
                    var point = open.points().get(i);
                    comment(out, "", words.say("form.point", i + 1, point.text().in(words.language()),
                            point.points()));
                }
                out.append("- item: ").append(question.id()).append("\n  points: []\n  by: \"\"\n");
            }
        }
        return out.toString();
    }

    private static List<Key.Option> options(Key key) {
        return switch (key) {
            case Key.Single single -> single.options();
            case Key.Multiple multiple -> multiple.options();
            case Key.Ordering ordering -> ordering.options();
            case Key.Numeric _,Key.Formula _,Key.Open _ -> List.of();
        };
    }

    /// How to answer.
    private String hint(Key key) {
        return switch (key) {
            case Key.Numeric numeric ->
                words.say("form.numeric", numeric.unit().isEmpty() ? 0 : 1, numeric.unit());
            case Key.Single _ -> words.say("form.single");
            case Key.Multiple _ -> words.say("form.multiple");
            case Key.Ordering _ -> words.say("form.ordering");
            case Key.Formula formula ->
                words.say("form.formula", String.join(", ", formula.variables().keySet()));
            case Key.Open _ -> words.say("form.open");
        };
    }

    private void comment(StringBuilder out, String indent, String text) {
        for (var paragraph : text.strip().split("\n", -1)) {
            Columns.wrap(paragraph, columns - 4)
                    .forEach(line -> out.append((indent + "# " + line).stripTrailing()).append('\n'));
        }
    }
}

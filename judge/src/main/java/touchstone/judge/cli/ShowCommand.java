package touchstone.judge.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.cli.Library.Entry;
import touchstone.judge.compile.TestCase;
import touchstone.judge.exercise.Exercise;
import touchstone.judge.interview.Blueprint;
import touchstone.judge.interview.Stock;
import touchstone.judge.question.Question;
import touchstone.judge.question.QuestionBank;
import touchstone.judge.report.Style;

/// `show ID`: what a candidate gets to read of an exercise or a question, or the plan of an interview.
@Command(name = "show")
final class ShowCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(paramLabel = "ID", descriptionKey = "show.id")
    private String id = "";

    @Option(names = "--key", descriptionKey = "show.key", order = 1)
    private boolean key;

    @Option(names = "--json", descriptionKey = "show.json", order = 2)
    private boolean json;

    @Mixin
    private CommonOptions common = new CommonOptions();

    ShowCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var library = context.library(common);
        context.print(switch (library.entry(id)) {
            case Entry.OfExercise(Exercise exercise) -> show(exercise);
            case Entry.OfBlueprint(Blueprint blueprint) -> show(blueprint, library.stock());
            case Entry.OfQuestion(Question question) -> show(question, library.questions());
        });
        return ExitCode.DONE;
    }

    private String show(Exercise exercise) {
        if (key) {
            throw context.wrongUse("show.noKey", exercise.id());
        }
        var samples = context.workshop().suite(exercise).tests().stream().filter(TestCase::sample).toList();
        return json ? CatalogueJson.show(exercise, samples) : text(exercise, samples);
    }

    private String show(Blueprint blueprint, Stock stock) {
        if (key) {
            throw context.wrongUse("show.noKey", blueprint.id());
        }
        return json ? BlueprintView.showJson(blueprint, stock)
                : new BlueprintView(context, context.style(common)).show(blueprint, stock);
    }

    private String show(Question question, QuestionBank bank) {
        if (json) {
            return key ? QuestionJson.withKey(question) : QuestionJson.asAsked(question);
        }
        var page = new QuestionPage(context, context.style(common));
        return key ? page.asked(question) + page.key(question, bank.coverage()) : page.asked(question);
    }

    private String text(Exercise exercise, List<TestCase> samples) {
        var style = context.style(common);
        var words = context.words();
        var out = new StringBuilder();
        out.append(style.bold(exercise.title().in(words.language()))).append('\n');
        out.append(style.faint(words.say("show.facts", exercise.id(), exercise.topic(), exercise.level(),
                exercise.minutes(), rubric(exercise)))).append("\n\n");
        out.append(Markdown.render(exercise.statement().in(words.language()), style,
                context.console().columns()));
        heading(out, style, "show.contract");
        exercise.contractSource()
                .strip()
                .lines()
                .forEach(line -> out.append("    ").append(line).append('\n'));
        heading(out, style, "show.samples");
        if (samples.isEmpty()) {
            out.append("  ").append(words.say("show.noSamples")).append('\n');
        }
        samples.forEach(sample -> out.append("  ").append(sample(exercise, sample)).append('\n'));
        return out.toString();
    }

    private String sample(Exercise exercise, TestCase sample) {
        var about = exercise.about().get(sample.about());
        return context.words()
                .say("show.sample", sample.name(),
                        about == null ? sample.about() : about.in(context.words().language()),
                        sample.points());
    }

    private String rubric(Exercise exercise) {
        return exercise.rubric()
                .keySet()
                .stream()
                .sorted()
                .map(dimension -> share(exercise, dimension))
                .collect(Collectors.joining(" "));
    }

    private String share(Exercise exercise, RubricDimension dimension) {
        return context.reportWords().say("dimension." + dimension.key()) + " "
                + exercise.rubric().getOrDefault(dimension, 0) + "%";
    }

    private void heading(StringBuilder out, Style style, String key) {
        out.append('\n').append(style.bold(context.words().say(key))).append("\n\n");
    }
}

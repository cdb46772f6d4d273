package touchstone.judge.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.question.Chapter;
import touchstone.judge.question.Question;
import touchstone.judge.question.QuestionType;
import touchstone.judge.report.Columns;
import touchstone.judge.report.Style;

/// `list questions`: the bank by chapter.
@Command(name = "questions")
final class ListQuestionsCommand implements Callable<Integer> {
    private static final int PROMPT_COLUMNS_MIN = 20;
    /// So that nothing is wrapped before it is cut.
    private static final int LINE_COLUMNS = 10_000;

    private final Context context;

    @Option(names = "--chapter", paramLabel = "1-9|N", descriptionKey = "list.chapter", order = 1)
    private @Nullable String chapter;

    @Option(names = "--type", paramLabel = "TYPE", descriptionKey = "list.type", order = 2)
    private @Nullable QuestionType type;

    @Option(names = "--dimension", paramLabel = "DIMENSION", descriptionKey = "list.dimension", order = 3)
    private @Nullable RubricDimension dimension;

    @Option(names = "--json", descriptionKey = "list.json", order = 4)
    private boolean json;

    @Mixin
    private CommonOptions common = new CommonOptions();

    ListQuestionsCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (chapter != null && !chapter.matches("[1-9nN]")) {
            throw context.wrongUse("list.wrongChapter", chapter);
        }
        var library = context.library(common);
        library.warnAboutBrokenQuestions();
        var chapters = library.questions()
                .chapters()
                .stream()
                .map(this::asked)
                .filter(found -> !found.questions().isEmpty())
                .toList();
        context.print(json ? QuestionJson.list(chapters) : table(chapters));
        return ExitCode.DONE;
    }

    private Chapter asked(Chapter found) {
        boolean wanted = chapter == null || chapter.toUpperCase(Locale.ROOT).equals(found.id());
        return new Chapter(found.id(), found.title(), found.minutes(),
                wanted ? found.questions().stream().filter(this::asked).toList() : List.of());
    }

    private boolean asked(Question question) {
        return (type == null || type == QuestionType.of(question.key()))
                && (dimension == null || dimension == question.rubric());
    }

    private String table(List<Chapter> chapters) {
        if (chapters.isEmpty()) {
            return context.words().say("list.noQuestions");
        }
        var all = chapters.stream().flatMap(found -> found.questions().stream()).toList();
        int idWidth = all.stream().mapToInt(question -> question.id().length()).max().orElse(0);
        int factsWidth = all.stream().mapToInt(question -> Columns.width(facts(question))).max().orElse(0);
        int promptWidth = Math.max(PROMPT_COLUMNS_MIN,
                context.console().columns() - idWidth - factsWidth - 6);
        var out = new StringBuilder();
        for (var found : chapters) {
            out.append(out.isEmpty() ? "" : "\n").append(heading(found)).append('\n');
            found.questions()
                    .forEach(question -> out.append("  ")
                            .append(Columns.pad(question.id(), idWidth + 2))
                            .append(Columns.pad(facts(question), factsWidth + 2))
                            .append(Columns.cut(firstWords(question), promptWidth))
                            .append('\n'));
        }
        return out.toString();
    }

    private String heading(Chapter found) {
        var title = found.title().in(context.words().language());
        return context.style(common)
                .bold(found.minutes() == 0 ? found.id() + "  " + title
                        : found.id() + "  "
                                + context.words().say("list.chapterTitle", title, found.minutes()));
    }

    private String facts(Question question) {
        var words = context.words();
        var type = words.say("question.type." + QuestionType.of(question.key()));
        var dimension = context.reportWords().say("dimension." + question.rubric().key());
        return Columns.pad(type, width("question.type.", QuestionType.values())) + "  "
                + words.say("list.questionRow", question.level(), "%2d".formatted(question.minutes())) + "  "
                + dimension;
    }

    private int width(String prefix, Enum<?>[] values) {
        return List.of(values)
                .stream()
                .mapToInt(value -> Columns.width(context.words().say(prefix + value)))
                .max()
                .orElse(0);
    }

    private String firstWords(Question question) {
        var prompt = question.prompt().in(context.words().language());
        return Markdown.render(prompt, Style.PLAIN, LINE_COLUMNS).strip().replaceAll("\\s+", " ");
    }
}

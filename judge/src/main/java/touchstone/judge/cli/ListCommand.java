package touchstone.judge.cli;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import touchstone.judge.exercise.Exercise;
import touchstone.judge.report.Columns;

/// `list`: the catalogue by topic. Opens neither sandbox nor suites, so that it
/// answers at once.
@Command(name = "list")
final class ListCommand implements Callable<Integer> {
    private final Context context;

    @Option(names = "--json", descriptionKey = "list.json", order = 1)
    private boolean json;

    @Mixin
    private CommonOptions common = new CommonOptions();

    ListCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var library = context.library(common);
        library.warnAboutBroken();
        var exercises = library.exercises()
                .stream()
                .sorted(Comparator.comparing(Exercise::topic)
                        .thenComparingInt(Exercise::level)
                        .thenComparing(Exercise::id))
                .toList();
        context.print(json ? CatalogueJson.list(exercises) : table(exercises));
        return ExitCode.DONE;
    }

    private String table(List<Exercise> exercises) {
        if (exercises.isEmpty()) {
            return context.words().say("list.none");
        }
        int idWidth = exercises.stream().mapToInt(exercise -> exercise.id().length()).max().orElse(0);
        int titleWidth = exercises.stream()
                .mapToInt(exercise -> Columns.width(title(exercise)))
                .max()
                .orElse(0);
        var out = new StringBuilder();
        exercises.stream()
                .collect(Collectors.groupingBy(Exercise::topic, TreeMap::new, Collectors.toList()))
                .forEach((topic, group) -> {
                    out.append(out.isEmpty() ? "" : "\n")
                            .append(context.style(common).bold(topic))
                            .append('\n');
                    group.forEach(exercise -> out.append("  ")
                            .append(Columns.pad(exercise.id(), idWidth + 2))
                            .append(Columns.pad(title(exercise), titleWidth + 2))
                            .append(context.words().say("list.row", exercise.level(), exercise.minutes()))
                            .append('\n'));
                });
        return out.toString();
    }

    private String title(Exercise exercise) {
        return exercise.title().in(context.words().language());
    }
}

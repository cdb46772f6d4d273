package touchstone.judge.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import touchstone.judge.certify.Certifier;
import touchstone.judge.certify.Proof;
import touchstone.judge.exercise.Exercise;

/// `verify [EXERCISE…]`: proves exercises with their own samples.
@Command(name = "verify")
final class VerifyCommand implements Callable<Integer> {
    private static final int SEEDS_MAX = 10_000;

    private final Context context;

    @Parameters(paramLabel = "EXERCISE", descriptionKey = "verify.exercise")
    private List<String> ids = new ArrayList<>();

    @Option(names = "--seeds", paramLabel = "N", descriptionKey = "verify.seeds", order = 1)
    private int seeds = 20;

    @Option(names = "--json", descriptionKey = "verify.json", order = 2)
    private boolean json;

    @Mixin
    private CommonOptions common = new CommonOptions();

    VerifyCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (seeds < 1 || seeds > SEEDS_MAX) {
            throw context.wrongUse("verify.wrongSeeds", SEEDS_MAX);
        }
        var library = context.library(common);
        var exercises = ids.isEmpty() ? library.exercises()
                : ids.stream().distinct().map(library::exercise).toList();
        var certificate = new Certificate(exercises, certify(exercises),
                ids.isEmpty() ? library.problems() : List.of());
        context.print(json ? certificate.json() : certificate.text(context.words(), context.style(common)));
        return certificate.proven() ? ExitCode.DONE : ExitCode.UNPROVEN;
    }

    private List<Proof> certify(List<Exercise> exercises) {
        if (exercises.isEmpty()) {
            return List.of();
        }
        int cores = Runtime.getRuntime().availableProcessors();
        try (var progress = context.progress();
                var session = context.workshop().open(cores, progress::doing)) {
            return new Certifier(session, context.workshop()::suite, cores).certify(exercises, Seeds.DEFAULT,
                    seeds, progress::verifying);
        }
    }
}

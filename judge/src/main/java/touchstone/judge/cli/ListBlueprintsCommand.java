package touchstone.judge.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `list blueprints`: the plans of interviews.
@Command(name = "blueprints")
final class ListBlueprintsCommand implements Callable<Integer> {
    private final Context context;

    @Option(names = "--json", descriptionKey = "list.json", order = 1)
    private boolean json;

    @Mixin
    private CommonOptions common = new CommonOptions();

    ListBlueprintsCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var library = context.library(common);
        library.warnAboutBrokenBlueprints();
        var blueprints = library.blueprints().all();
        context.print(json ? BlueprintView.listJson(blueprints)
                : new BlueprintView(context, context.style(common)).list(blueprints));
        return ExitCode.DONE;
    }
}

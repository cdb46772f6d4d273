package touchstone.judge.cli;

import java.util.Map;

/// Commands that another module adds to the command line.
public interface Extension {
    /// Base name of the bundle that describes them, with the keys that picocli looks up:
    /// `touchstone.serve.usage.header`, and the `descriptionKey` of each option. What it does not say is
    /// looked up in the bundle of the command line: the headings, and whatever [CommonOptions] need.
    String bundle();

    /// By name, in the order in which help lists them: objects annotated for picocli, or a
    /// [picocli.CommandLine] where a command has others below it.
    Map<String, Object> commands(Context context);

    /// Commands below `bench`, in the same way.
    default Map<String, Object> benches(Context context) {
        return Map.of();
    }
}

package touchstone.judge.cli;

import java.io.PrintStream;
import java.util.Map;
import touchstone.judge.report.Style;

/// Where a command prints, and what is known about it. Results go to `out`, all
/// else to `err`.
///
/// @param outTerminal whether a person reads `out` on a terminal
/// @param errTerminal the same of `err`; progress is shown only there
/// @param environment of the process
public record Console(
        PrintStream out,
        PrintStream err,
        boolean outTerminal,
        boolean errTerminal,
        Map<String, String> environment) {
    private static final int COLUMNS_DEFAULT = 100;
    private static final int COLUMNS_MIN = 20;

    public Console {
        environment = Map.copyOf(environment);
    }

    /// Long lines of text are hard to read however wide the terminal is.
    int columns() {
        var columns = environment.getOrDefault("COLUMNS", "");
        return columns.matches("[0-9]{1,4}")
                ? Math.clamp(Integer.parseInt(columns), COLUMNS_MIN, COLUMNS_DEFAULT)
                : COLUMNS_DEFAULT;
    }

    Style style(ColourChoice choice) {
        boolean colour = switch (choice) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> outTerminal
                    && environment.getOrDefault("NO_COLOR", "").isEmpty()
                    && !environment.getOrDefault("TERM", "").equals("dumb");
        };
        return colour ? Style.COLOUR : Style.PLAIN;
    }

    enum ColourChoice {
        AUTO, ALWAYS, NEVER
    }
}

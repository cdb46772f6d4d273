package touchstone.judge.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import touchstone.judge.text.Language;

/// What every command understands: a mixin.
public final class CommonOptions {
    @SuppressWarnings("UnusedVariable") // read by picocli, through its annotation
    @Option(names = {"-h", "--help"}, usageHelp = true, descriptionKey = "option.help", order = 90)
    private boolean help;

    /// Help is printed in this language as well, so it is looked up before the
    /// command line is parsed; the field only makes it known and checked.
    @SuppressWarnings("UnusedVariable") // the lookup below reads the arguments themselves
    @Option(names = "--lang", paramLabel = "zh|en", descriptionKey = "option.lang", order = 91)
    private @Nullable Language language;

    @Option(names = "--color", paramLabel = "auto|always|never", descriptionKey = "option.color", order = 92)
    private Console.ColourChoice colour = Console.ColourChoice.AUTO;

    @Option(names = "--debug", descriptionKey = "option.debug", order = 93)
    private boolean debug;

    @Option(names = "--exercises", paramLabel = "DIR", descriptionKey = "option.exercises", order = 89)
    private List<Path> exercises = new ArrayList<>();

    Console.ColourChoice colour() {
        return colour;
    }

    boolean debug() {
        return debug;
    }

    List<Path> exercises() {
        return exercises;
    }

    /// The language that was asked for, else that of the machine; a wrong value is
    /// reported by the parser.
    static Language language(List<String> arguments, Locale machine) {
        return IntStream.range(0, arguments.size())
                .mapToObj(i -> asked(arguments, i))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(Language.of(machine));
    }

    private static Optional<Language> asked(List<String> arguments, int i) {
        var argument = arguments.get(i);
        boolean follows = argument.equals("--lang") && i + 1 < arguments.size();
        var value = follows ? arguments.get(i + 1) : argument.startsWith("--lang=") ? argument.substring(7)
                : "";
        return Arrays.stream(Language.values())
                .filter(language -> language.name().equalsIgnoreCase(value))
                .findFirst();
    }
}

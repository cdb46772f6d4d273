package touchstone.web;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import touchstone.judge.cli.Console;
import touchstone.judge.cli.Touchstone;
import touchstone.web.serve.WebBenches;
import touchstone.web.serve.WebCommands;

/// Entry point of every command: puts the parts together, and is the only place
/// that ends the process.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        var environment = System.getenv();
        var console = new Console(stream(FileDescriptor.out), stream(FileDescriptor.err), terminal(1),
                terminal(2), environment);
        // the start script says where it lies; in a checkout that is built by hand it is the current folder
        var home = Path.of(System.getProperty("touchstone.home", ""));
        var touchstone = new Touchstone(console, new LocalWorkshop(environment, home), InstantSource.system(),
                List.of(new WebCommands(new LocalMachine(environment)), new WebBenches()));
        System.exit(touchstone.run(List.of(arguments), Locale.getDefault()));
    }

    /// Reports are UTF-8 whatever the machine's locale is: "?" for every Chinese
    /// character helps nobody.
    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }

    /// `System.console()` knows only about standard input and output together.
    private static boolean terminal(int descriptor) {
        try {
            var target = Files.readSymbolicLink(Path.of("/proc/self/fd", Integer.toString(descriptor)))
                    .toString();
            return target.startsWith("/dev/pts/")
                    || target.startsWith("/dev/tty")
                    || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException e) {
            // no /proc, so no Linux: better no colours and no progress than control codes in a file
            return false;
        }
    }
}

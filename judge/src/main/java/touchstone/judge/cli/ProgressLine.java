package touchstone.judge.cli;

import java.time.Duration;
import touchstone.judge.run.Progress;
import touchstone.judge.text.Words;

/// One line on the terminal that tells what is going on, if it takes longer than
/// a second; it is gone afterwards. Writes nothing when standard error is no
/// terminal.
final class ProgressLine implements Progress, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration PERIOD = Duration.ofMillis(200);
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final Console console;
    private final Words words;
    private final Thread painter;
    private volatile String state;

    ProgressLine(Console console, Words words) {
        this.console = console;
        this.words = words;
        state = words.say("progress.starting");
        painter = Thread.ofPlatform().daemon().name("progress").unstarted(this::paint);
        if (console.errTerminal()) {
            painter.start();
        }
    }

    @Override
    public void compiling() {
        state = words.say("progress.compiling");
    }

    @Override
    public void measuring() {
        state = words.say("progress.measuring");
    }

    @Override
    public void running(int number, int tests) {
        state = words.say("progress.running", number, tests);
    }

    /// In the words of whoever does it.
    void doing(String sentence) {
        state = sentence;
    }

    void grading(int number, int all, String id) {
        state = words.say("progress.grading", number, all, id);
    }

    void verifying(int done, int all) {
        state = words.say("progress.verifying", done, all);
    }

    @Override
    public void close() {
        painter.interrupt();
        try {
            // else the line could be painted over what the command prints next
            painter.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void paint() {
        boolean painted = false;
        try {
            Thread.sleep(PATIENCE);
            while (true) {
                painted = true;
                console.err().print(CLEAR_LINE + state);
                console.err().flush();
                Thread.sleep(PERIOD);
            }
        } catch (InterruptedException _) {
            if (painted) {
                console.err().print(CLEAR_LINE);
                console.err().flush();
            }
        }
    }
}

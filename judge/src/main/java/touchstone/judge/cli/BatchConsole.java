package touchstone.judge.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import touchstone.judge.batch.Batch;
import touchstone.judge.batch.Pace;
import touchstone.judge.batch.intake.Finding;
import touchstone.judge.batch.report.BatchReports;
import touchstone.judge.batch.report.BatchWords;
import touchstone.judge.batch.report.Comparison;
import touchstone.judge.batch.report.Graded;
import touchstone.judge.batch.report.Ranking;
import touchstone.judge.report.Printable;

/// What `batch` says while it works, and at the end.
final class BatchConsole {
    /// Of what was not used; the reports list it all.
    private static final int SHOWN_MAX = 20;
    private static final int STEPS = 10;

    private final Context context;
    private final BatchWords words;
    private int told;

    BatchConsole(Context context, BatchWords words) {
        this.context = context;
        this.words = words;
    }

    /// What was recognised as what, and what could not be read.
    void found(Batch batch) {
        var manifest = batch.manifest();
        say(context.words()
                .say("batch.found", manifest.applicants().size(), words.layout(manifest.layout()),
                        batch.all(), batch.open()));
        var grave = manifest.findings().filter(Finding::grave).toList();
        grave.stream().limit(SHOWN_MAX).forEach(finding -> say(words.finding(finding)));
        if (grave.size() > SHOWN_MAX) {
            say(context.words().say("batch.more", grave.size() - SHOWN_MAX, BatchReports.PAGE));
        }
        long ignored = manifest.findings().filter(finding -> !finding.grave()).count();
        if (ignored > 0) {
            say(context.words().say("batch.ignored", ignored, BatchReports.PAGE));
        }
    }

    /// A line that changes on a terminal; elsewhere a line now and then.
    Consumer<Pace.Snapshot> watcher(ProgressLine progress) {
        return context.console().errTerminal() ? pace -> progress.doing(line(pace)) : this::tellStep;
    }

    private synchronized void tellStep(Pace.Snapshot pace) {
        int step = pace.all() == 0 ? 0 : STEPS * pace.done() / pace.all();
        if (step > told) {
            told = step;
            say(line(pace));
        }
    }

    private String line(Pace.Snapshot pace) {
        return context.words()
                .say("batch.progress", Integer.toString(pace.done()), Integer.toString(pace.all()),
                        pace.running(), String.format(Locale.ROOT, "%.1f", pace.perSecond()),
                        pace.remaining().map(this::time).orElse("–"));
    }

    private String time(Duration left) {
        return left.toMinutes() >= 2 ? context.words().say("batch.minutes", left.toMinutes())
                : context.words().say("batch.seconds", Math.max(0, left.toSeconds()));
    }

    /// Ctrl-C ends the process; before that, nothing further is begun, and it is said how to go on. What is being judged
    /// at that moment is judged again.
    Interrupt onInterrupt(Batch batch, Path folder) {
        var hook = Thread.ofPlatform().name("interrupted").unstarted(() -> {
            batch.stop();
            say("");
            say(context.words().say("batch.interrupted", folder));
            context.console().err().flush();
        });
        Runtime.getRuntime().addShutdownHook(hook);
        return () -> {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException _) {
                // it is running
            }
        };
    }

    /// Until it is closed.
    interface Interrupt extends AutoCloseable {
        @Override
        void close();
    }

    void done(Ranking ranking, Optional<Comparison> comparison, Batch.Ending ending, Path folder) {
        context.print(context.words().say("batch.done", ending.judged(), ending.kept()));
        for (var place : ranking.places().stream().limit(STEPS).toList()) {
            context.print(Printable.line(context.words()
                    .say("batch.place", place.rank().map(rank -> rank + ".").orElse("–"),
                            place.graded()
                                    .total()
                                    .map(total -> total.times(100, 1).toPlainString())
                                    .orElse("–"),
                            place.graded().range().isPresent() ? 1 : 0, words.name(shown(place.graded())))));
        }
        comparison.ifPresent(found -> context
                .print(words.say("regrade.summary", found.compared(), found.changes().size())));
        if (ranking.ours() > 0) {
            context.print(words.say("remark.ours", ranking.ours()));
        }
        context.print(context.words().say("batch.reports", folder.resolve(BatchReports.PAGE)));
    }

    private static String shown(Graded graded) {
        return graded.id().equals(graded.name()) ? graded.name() : graded.name() + " (" + graded.id() + ")";
    }

    private void say(String line) {
        context.console().err().println(Printable.line(line));
    }
}

package touchstone.judge.batch;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import touchstone.judge.batch.BatchException.Reason;
import touchstone.judge.batch.intake.Intake;
import touchstone.judge.batch.intake.Wanted;
import touchstone.judge.interview.Plan;

/// A batch in its folder: begun or resumed, run, and whole when nothing is left to do. Everything that was judged is on
/// disk before the next is; so whatever ends the process, the next run goes on from there.
public final class Batch {
    private final BatchFolder folder;
    private final Scheme scheme;
    private final List<Job> open;
    private final List<Job> kept;
    private final KeptBatch known;
    private final int all;
    private final List<BatchRun> runs = new ArrayList<>();
    private boolean stopped;

    private Batch(BatchFolder folder, Scheme scheme, KeptBatch known, List<Job> jobs) {
        this.folder = folder;
        this.scheme = scheme;
        this.known = known;
        all = jobs.size();
        open = jobs.stream().filter(job -> !known.knows(job.key())).toList();
        kept = jobs.stream().filter(job -> known.knows(job.key())).toList();
    }

    /// Begins a batch, or goes on with the one that the folder holds. What it is about is written down before anything is
    /// judged.
    ///
    /// @param source where the upload came from
    /// @throws BatchException when the folder holds a batch about something else, or cannot be written
    public static Batch begin(
            BatchFolder folder,
            Intake intake,
            Scheme scheme,
            Wanted wanted,
            String source,
            InstantSource clock) {
        var workload = Workload.of(intake, scheme);
        var earlier = folder.begun() ? Optional.of(KeptBatch.read(folder.path()).manifest())
                : Optional.<Manifest>empty();
        earlier.ifPresent(manifest -> refuseAnother(folder, manifest, scheme, wanted));
        folder.write(new Manifest(Manifest.FORMAT, Manifest.VERSION,
                earlier.map(Manifest::startedAt).orElseGet(clock::instant), source, intake.layout(),
                scheme.interview().map(plan -> plan.blueprint().id()),
                scheme.interview().map(Plan::blueprint).map(blueprint -> blueprint.title()), wanted.only(),
                scheme.seed(), scheme.weights(), scheme.items(), workload.entrants(), intake.others()));
        return new Batch(folder, scheme, KeptBatch.read(folder.path()), workload.jobs());
    }

    private static void refuseAnother(BatchFolder folder, Manifest there, Scheme scheme, Wanted wanted) {
        if (there.seed() != scheme.seed()) {
            throw BatchException.of(Reason.ANOTHER, folder.path(), "--seed " + there.seed());
        }
        if (!there.interview().equals(scheme.interview().map(plan -> plan.blueprint().id()))) {
            throw BatchException.of(Reason.ANOTHER, folder.path(),
                    there.interview().map(id -> "--interview " + id).orElse("–"));
        }
        if (!there.onlyExercise().equals(wanted.only())) {
            throw BatchException.of(Reason.ANOTHER, folder.path(),
                    there.onlyExercise().map(id -> "--exercise " + id).orElse("–"));
        }
    }

    /// What it is about.
    public Manifest manifest() {
        return known.manifest();
    }

    /// How many different judgings there are, done or not; equal work counts once.
    public int all() {
        return all;
    }

    /// Those that are still to be done.
    public int open() {
        return open.size();
    }

    /// How a run ended.
    ///
    /// @param judged anew
    /// @param kept from earlier runs
    /// @param ours judgings in which we failed, to be tried again by the next run
    /// @param stopped whether somebody asked for it before it was done
    public record Ending(int judged, int kept, int ours, boolean stopped) {}

    /// Completes the results of a batch in which nothing is left to judge.
    public Ending finish() {
        if (!open.isEmpty()) {
            throw new IllegalStateException(open.size() + " judgings are left to do");
        }
        try (var results = folder.results()) {
            copyKept(results);
        }
        return new Ending(0, kept.size(), 0, false);
    }

    /// Judges what is left to do, and tries once more what we failed at.
    ///
    /// @param jobs how many at once
    /// @param watcher is told whenever something has changed
    public Ending run(
            Grading grading,
            int jobs,
            InstantSource clock,
            LongSupplier nanos,
            Consumer<Pace.Snapshot> watcher) {
        var pace = new Pace(open.size(), nanos);
        try (var results = folder.results()) {
            copyKept(results);
            var first = start(new BatchRun(grading, scheme.seed(), clock, pace, watcher, results, false));
            var failed = first.run(open, jobs);
            var second = start(new BatchRun(grading, scheme.seed(), clock, pace, watcher, results, true));
            int ours = second.run(failed, jobs).size();
            return new Ending(pace.snapshot().done() - ours, kept.size(), ours, isStopped());
        }
    }

    /// Lines of applicants who handed in what is known from others.
    private void copyKept(BatchFolder.Appending results) {
        for (var job : kept) {
            var without = job.applicants()
                    .stream()
                    .filter(applicant -> !known.hasLine(applicant, job.item(), job.key()))
                    .toList();
            if (!without.isEmpty()) {
                known.result(job.key())
                        .ifPresent(result -> without.forEach(applicant -> results.add(result.of(applicant))));
            }
        }
    }

    private synchronized BatchRun start(BatchRun run) {
        if (stopped) {
            run.stop();
        }
        runs.add(run);
        return run;
    }

    private synchronized boolean isStopped() {
        return stopped;
    }

    /// Nothing further is begun, and what is being judged is not waited for. Safe to call from any thread.
    public synchronized void stop() {
        stopped = true;
        runs.forEach(BatchRun::stop);
    }
}

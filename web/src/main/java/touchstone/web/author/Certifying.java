package touchstone.web.author;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import touchstone.judge.Trials;
import touchstone.judge.certify.Certifier;
import touchstone.judge.certify.KeptProofs;
import touchstone.judge.certify.Proof;
import touchstone.judge.compile.Suite;
import touchstone.judge.exercise.Exercise;
import touchstone.web.store.Certificate;
import touchstone.web.store.Store;

/// Proves exercises in the background, one at a time, so that candidates' submissions keep their cores.
public final class Certifying implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Certifying.class);
    /// As `verify` does unasked.
    private static final long SEED = 1;
    private static final int SEEDS = 20;

    private final Store store;
    private final Certifier certifier;
    private final InstantSource clock;
    private final ExecutorService worker = Executors
            .newSingleThreadExecutor(work -> Thread.ofPlatform().daemon().name("certifying").unstarted(work));
    private final Map<String, Progress> running = new ConcurrentHashMap<>();

    /// Proves with this judge.
    ///
    /// @param suites compiles them
    public Certifying(Store store, Trials trials, Function<Exercise, Suite> suites, InstantSource clock) {
        this.store = store;
        this.clock = clock;
        certifier = new Certifier(trials, suites, KeptProofs.none(), 1);
    }

    /// How far it is.
    ///
    /// @param all 0 while it waits for its turn
    public record Progress(int done, int all) {}

    /// Begins, unless it is under way.
    ///
    /// @return whether it was begun
    public boolean begin(Exercise exercise) {
        if (running.putIfAbsent(exercise.id(), new Progress(0, 0)) != null) {
            return false;
        }
        worker.execute(() -> prove(exercise));
        return true;
    }

    public Optional<Progress> progress(String exercise) {
        return Optional.ofNullable(running.get(exercise));
    }

    private void prove(Exercise exercise) {
        try {
            var proofs = certifier
                    .certify(List.of(exercise), new Certifier.Scope(SEED, SEEDS, false),
                            (done, all) -> running.put(exercise.id(), new Progress(done, all)))
                    .getFirst()
                    .proofs();
            var failed = proofs.stream().filter(proof -> !proof.holds()).toList();
            store.certificates()
                    .keep(new Certificate(exercise.id(), exercise.hash(), proofs.size(), failed.size(),
                            failed.stream().map(Certifying::line).collect(Collectors.joining("\n")),
                            clock.instant()));
        } catch (RuntimeException ours) {
            LOG.error("the exercise {} could not be proven", exercise.id(), ours);
        } finally {
            running.remove(exercise.id());
        }
    }

    private static String line(Proof proof) {
        return proof.kind() + " " + proof.subject() + ": " + proof.detail();
    }

    /// What is under way is begun anew some other time.
    @Override
    public void close() {
        worker.shutdownNow();
    }
}

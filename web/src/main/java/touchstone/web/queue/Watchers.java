package touchstone.web.queue;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import touchstone.judge.run.Progress;
import touchstone.web.queue.JudgingProgress.Compiling;
import touchstone.web.queue.JudgingProgress.Done;
import touchstone.web.queue.JudgingProgress.Measuring;
import touchstone.web.queue.JudgingProgress.Queued;
import touchstone.web.queue.JudgingProgress.Running;
import touchstone.web.store.Judging;
import touchstone.web.store.Store;

/// Who wants to know how far judgings are. What is judged here is heard of at once, what waits or is judged by
/// another server is read from the database.
final class Watchers {
    private final Store store;
    private final Map<Long, Set<Watcher>> watched = new ConcurrentHashMap<>();
    private final Map<Long, JudgingProgress> here = new ConcurrentHashMap<>();

    Watchers(Store store) {
        this.store = store;
    }

    JudgingProgress progress(long submission) {
        var known = here.get(submission);
        return known == null
                ? store.judgings()
                        .find(submission)
                        .map(judging -> read(submission, judging.state()))
                        .orElseGet(Done::new)
                : known;
    }

    private JudgingProgress read(long submission, Judging.State state) {
        return switch (state) {
            case QUEUED -> new Queued(store.judgings().ahead(submission));
            case RUNNING -> new Compiling();
            case FAILED, DONE -> new Done();
        };
    }

    Watcher watch(long submission, Consumer<JudgingProgress> listener) {
        var watcher = new Watcher(listener, gone -> forget(submission, gone));
        watched.compute(submission, (_, others) -> {
            var all = others == null ? ConcurrentHashMap.<Watcher>newKeySet() : others;
            all.add(watcher);
            return all;
        });
        watcher.begin(progress(submission));
        return watcher;
    }

    private void forget(long submission, Watcher gone) {
        watched.computeIfPresent(submission, (_, all) -> {
            all.remove(gone);
            return all.isEmpty() ? null : all;
        });
    }

    /// What the judge is to tell about this one.
    Progress judging(long submission) {
        return new Progress() {
            @Override
            public void compiling() {
                tell(submission, new Compiling());
            }

            @Override
            public void measuring() {
                tell(submission, new Measuring());
            }

            @Override
            public void running(int number, int tests) {
                tell(submission, new Running(number, tests));
            }
        };
    }

    private void tell(long submission, JudgingProgress progress) {
        here.put(submission, progress);
        watched.getOrDefault(submission, Set.of()).forEach(watcher -> watcher.hear(progress));
    }

    /// It is no longer judged here.
    void left(long submission) {
        here.remove(submission);
    }

    /// Reads what is not judged here. One at a time: what was read first must not be told last.
    synchronized void refresh() {
        if (watched.isEmpty()) {
            return;
        }
        var states = store.judgings().states(watched.keySet());
        var positions = states.containsValue(Judging.State.QUEUED) ? positions() : Map.<Long, Integer>of();
        states.forEach((submission, state) -> {
            if (!here.containsKey(submission)) {
                tellRead(submission, state, positions);
            }
        });
    }

    private void tellRead(long submission, Judging.State state, Map<Long, Integer> positions) {
        var watchers = watched.getOrDefault(submission, Set.of());
        switch (state) {
            case QUEUED -> {
                var ahead = positions.get(submission);
                if (ahead != null) {
                    watchers.forEach(watcher -> watcher.read(new Queued(ahead)));
                }
            }
            case RUNNING -> watchers.forEach(watcher -> watcher.read(new Compiling()));
            case FAILED, DONE -> watchers.forEach(watcher -> watcher.read(new Done()));
        }
    }

    private Map<Long, Integer> positions() {
        var positions = new HashMap<Long, Integer>();
        for (long submission : store.judgings().queued()) {
            positions.put(submission, positions.size());
        }
        return positions;
    }
}

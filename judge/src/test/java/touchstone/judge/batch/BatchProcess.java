package touchstone.judge.batch;

import java.nio.file.Path;
import touchstone.judge.Judge;
import touchstone.judge.RealBoxes;
import touchstone.sandbox.Limits;

/// A batch in a process of its own, for whoever wants to kill it: upload, folder, cache.
final class BatchProcess {
    private BatchProcess() {}

    public static void main(String[] arguments) {
        try (var sandbox = RealBoxes.open();
                var judge = Judge.open(sandbox, Limits.defaults(), Path.of(arguments[2]), 2, 2,
                        System::nanoTime);
                var folder = BatchFolder.open(Path.of(arguments[1]))) {
            Batches.run(Batches.begin(folder, Path.of(arguments[0]), 1), judge, 2);
        }
    }
}

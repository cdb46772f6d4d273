package touchstone.judge.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.LongSupplier;
import touchstone.judge.bench.BenchResult.BoxCost;
import touchstone.sandbox.BoxSpec;
import touchstone.sandbox.Sandbox;
import touchstone.sandbox.backend.BoxImages;
import touchstone.sandbox.backend.JvmFlags;

/// What namespaces, mounts, system call filter and limits add to the start of a worker: the same
/// image with the same flags, started in a box and bare, in turn.
record BoxStarts(Sandbox sandbox, BoxImages images, LongSupplier nanoClock) {
    private static final int STARTS = 25;

    BoxCost measure() {
        var boxed = new ArrayList<Double>();
        var bare = new ArrayList<Double>();
        for (int i = 0; i < STARTS; i++) {
            boxed.add(untilHello(this::startBoxed));
            bare.add(untilHello(this::startBare));
        }
        return new BoxCost(median(boxed), median(bare));
    }

    private interface Start {
        void untilFirstByte() throws IOException;
    }

    private double untilHello(Start start) {
        long before = nanoClock.getAsLong();
        try {
            start.untilFirstByte();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return (nanoClock.getAsLong() - before) / 1e6;
    }

    private void startBoxed() throws IOException {
        try (var box = sandbox.start(BoxSpec.worker())) {
            box.output().read();
        }
    }

    private void startBare() throws IOException {
        var image = images.image(BoxSpec.Program.WORKER);
        var command = new ArrayList<>(JvmFlags.command(BoxSpec.worker(), List.of(image.mainClass())));
        // the same files under their names outside
        command.replaceAll(word -> word.replace("/jre/", image.root() + "/jre/"));
        var process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try {
            process.getInputStream().read();
        } finally {
            process.destroyForcibly();
        }
    }

    private static double median(List<Double> values) {
        Collections.sort(values);
        return values.get(values.size() / 2);
    }
}

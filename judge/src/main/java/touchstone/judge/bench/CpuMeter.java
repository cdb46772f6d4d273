package touchstone.judge.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.LongStream;

/// CPU time of this process and of everything it starts, boxes that were killed included.
/// A killed box is nobody's reaped child, so `rusage` misses it; a control group does not.
sealed interface CpuMeter extends AutoCloseable {
    Duration used();

    /// What the figure covers, in words.
    String scope();

    @Override
    void close();

    /// A control group of our own where we may make one, else the whole machine's counter.
    static CpuMeter open() {
        return Group.tryOpen(Path.of("/sys/fs/cgroup/cpuacct"), "cpuacct.usage", 1)
                .or(() -> Group.tryOpen(Path.of("/sys/fs/cgroup"), "cpu.stat", 1_000))
                .<CpuMeter>map(group -> group)
                .orElseGet(WholeMachine::new);
    }

    /// A control group that holds this process; whatever it starts is born into it.
    record Group(Path parent, Path group, String file, long nanosPerUnit) implements CpuMeter {
        static Optional<Group> tryOpen(Path parent, String file, long nanosPerUnit) {
            var name = "touchstone-bench-" + ProcessHandle.current().pid();
            var group = new Group(parent, parent.resolve(name), file, nanosPerUnit);
            if (!Files.isWritable(parent.resolve("cgroup.procs"))) {
                return Optional.empty();
            }
            try {
                Files.createDirectory(group.group);
                group.moveTo(group.group);
                if (Files.exists(group.group.resolve(file))) {
                    return Optional.of(group);
                }
                group.close();
                return Optional.empty();
            } catch (IOException refused) {
                return Optional.empty();
            }
        }

        @Override
        public Duration used() {
            try {
                var counter = Files.readString(group.resolve(file)).lines().findFirst().orElseThrow();
                return Duration.ofNanos(Long.parseLong(counter.replace("usage_usec ", "")) * nanosPerUnit);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String scope() {
            return "control group: this process and everything it starts";
        }

        /// Leaves the group and removes it; a box that is still dying keeps it for a moment.
        @Override
        public void close() {
            try {
                moveTo(parent);
                Files.deleteIfExists(group);
            } catch (IOException stillBusy) {
                group.toFile().deleteOnExit();
            }
        }

        private void moveTo(Path target) throws IOException {
            Files.writeString(target.resolve("cgroup.procs"), Long.toString(ProcessHandle.current().pid()));
        }
    }

    /// Busy time of all cores: right on a machine that does nothing else.
    record WholeMachine() implements CpuMeter {
        private static final Duration TICK = Duration.ofMillis(10);

        @Override
        public Duration used() {
            try {
                // cpu user nice system idle iowait irq softirq …
                var fields = Files.readString(Path.of("/proc/stat"))
                        .lines()
                        .findFirst()
                        .orElseThrow()
                        .split(" +", -1);
                var ticks = LongStream
                        .of(Long.parseLong(fields[1]), Long.parseLong(fields[2]), Long.parseLong(fields[3]),
                                Long.parseLong(fields[6]), Long.parseLong(fields[7]))
                        .sum();
                return TICK.multipliedBy(ticks);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String scope() {
            return "the whole machine (no control group may be made here): close everything else";
        }

        @Override
        public void close() {}
    }
}

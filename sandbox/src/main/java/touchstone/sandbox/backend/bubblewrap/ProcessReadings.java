package touchstone.sandbox.backend.bubblewrap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import touchstone.sandbox.ByteSize;
import touchstone.sandbox.Usage;

/// What the kernel tells about a process in `/proc`. Each answer is empty when
/// the process is gone.
final class ProcessReadings {
    /// USER_HZ is 100 on every architecture that we support.
    private static final long MILLIS_PER_TICK = 10;
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

    private ProcessReadings() {}

    /// The only child of bubblewrap becomes the JVM.
    static OptionalLong childOf(long pid) {
        return read(Path.of("/proc/" + pid + "/task/" + pid + "/children")).filter(text -> !text.isBlank())
                .map(text -> OptionalLong.of(Long.parseLong(text.strip().split(" ", 2)[0])))
                .orElse(OptionalLong.empty());
    }

    static Optional<Usage> usageOf(long pid) {
        var stat = read(Path.of("/proc/" + pid + "/stat"));
        var status = read(Path.of("/proc/" + pid + "/status"));
        if (stat.isEmpty() || status.isEmpty()) {
            return Optional.empty();
        }
        var peak = PEAK.matcher(status.get());
        if (!peak.find()) {
            return Optional.empty(); // a zombie has no memory any more
        }
        return Optional.of(new Usage(cpu(stat.get()), ByteSize.kibibytes(Long.parseLong(peak.group(1)))));
    }

    static boolean isRunning(long pid) {
        return read(Path.of("/proc/" + pid + "/stat")).map(stat -> fields(stat)[0])
                .filter(state -> !state.equals("Z") && !state.equals("X"))
                .isPresent();
    }

    private static Duration cpu(String stat) {
        var fields = fields(stat);
        return Duration.ofMillis((Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * MILLIS_PER_TICK);
    }

    /// From the state on: the name before it is in parentheses and may hold anything.
    static String[] fields(String stat) {
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}

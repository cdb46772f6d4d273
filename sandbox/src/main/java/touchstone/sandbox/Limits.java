package touchstone.sandbox;

import java.time.Duration;

/// Every number that bounds a submission, in one place. `doctor` prints them.
///
/// @param box what the operating system and the JVM allow one box
/// @param wire what may cross the pipe
/// @param time how long things may take
/// @param source what may be handed in
public record Limits(BoxLimits box, WireLimits wire, TimeLimits time, SourceLimits source) {
    public static Limits defaults() {
        return new Limits(BoxLimits.worker(), WireLimits.defaults(), TimeLimits.defaults(),
                SourceLimits.defaults());
    }

    /// What the operating system and the JVM allow one box.
    ///
    /// @param heap of the JVM
    /// @param data RLIMIT_DATA: heap, metaspace, code, stacks and native memory together
    /// @param metaspace of the JVM
    /// @param direct direct buffers
    /// @param stack of each thread
    /// @param threads RLIMIT_NPROC inside the box
    /// @param openFiles RLIMIT_NOFILE
    /// @param cpu RLIMIT_CPU of the whole box
    /// @param errorOutput bytes accepted on standard error before the box is killed
    public record BoxLimits(
            ByteSize heap,
            ByteSize data,
            ByteSize metaspace,
            ByteSize direct,
            ByteSize stack,
            int threads,
            int openFiles,
            Duration cpu,
            ByteSize errorOutput) {
        public static BoxLimits worker() {
            return new BoxLimits(ByteSize.mebibytes(256), ByteSize.mebibytes(512), ByteSize.mebibytes(48),
                    ByteSize.mebibytes(16), ByteSize.kibibytes(512), 64, 64, Duration.ofMinutes(1),
                    ByteSize.kibibytes(64));
        }

        /// The compiler lives for hundreds of submissions, hence the large share of CPU time.
        public static BoxLimits compiler() {
            return new BoxLimits(ByteSize.mebibytes(384), ByteSize.mebibytes(1024), ByteSize.mebibytes(192),
                    ByteSize.mebibytes(16), ByteSize.mebibytes(4), 64, 64, Duration.ofMinutes(10),
                    ByteSize.kibibytes(64));
        }
    }

    /// What may cross the pipe, in either direction.
    ///
    /// @param frame bytes of one frame
    /// @param cells numbers, booleans and strings in one value, all nested arrays together
    /// @param rows arrays in one value
    /// @param text bytes of one string in UTF-8
    /// @param printed bytes that a submission may print during one run
    public record WireLimits(ByteSize frame, int cells, int rows, ByteSize text, ByteSize printed) {
        public static WireLimits defaults() {
            return new WireLimits(ByteSize.mebibytes(64), 4_000_000, 1_000_000, ByteSize.kibibytes(64),
                    ByteSize.kibibytes(64));
        }
    }

    /// How long things may take.
    ///
    /// @param start until a box says hello
    /// @param load until the submission's classes are loaded, and for each construction
    /// @param call floor of the limit of one call; the limit of an exercise is measured from its
    ///        accepted submissions and never lower than this
    /// @param callFactor how many times slower than the slowest accepted submission a call may be
    /// @param submission all tests of one submission together
    /// @param compile one compilation
    /// @param deaths workers that one submission may lose before its other tests are not run
    public record TimeLimits(
            Duration start,
            Duration load,
            Duration call,
            double callFactor,
            Duration submission,
            Duration compile,
            int deaths) {
        public static TimeLimits defaults() {
            return new TimeLimits(Duration.ofSeconds(20), Duration.ofSeconds(5), Duration.ofSeconds(2), 5,
                    Duration.ofMinutes(1), Duration.ofSeconds(10), 3);
        }

        public TimeLimits withCompile(Duration limit) {
            return new TimeLimits(start, load, call, callFactor, submission, limit, deaths);
        }
    }

    /// What may be handed in.
    ///
    /// @param total bytes of all files together
    /// @param files how many of them
    /// @param diagnostics how many messages of the compiler are kept
    public record SourceLimits(ByteSize total, int files, int diagnostics) {
        public static SourceLimits defaults() {
            return new SourceLimits(ByteSize.kibibytes(256), 16, 100);
        }
    }
}

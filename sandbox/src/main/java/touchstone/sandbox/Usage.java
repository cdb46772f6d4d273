package touchstone.sandbox;

import java.time.Duration;

/// What a box has used, as measured from the outside.
public record Usage(Duration cpu, ByteSize peakMemory) {
    public static final Usage NONE = new Usage(Duration.ZERO, new ByteSize(0));

    /// Both together: times add up, peaks do not.
    public Usage plus(Usage other) {
        var peak = Math.max(peakMemory.bytes(), other.peakMemory.bytes());
        return new Usage(cpu.plus(other.cpu), new ByteSize(peak));
    }
}

// expect: RUN_TIME_ERROR | MEMORY_LIMIT_EXCEEDED
// attack: a stack trace of a million frames with long names
import exercise.MagnitudePrune;

public class Solution implements MagnitudePrune {
    private static final class Trap extends RuntimeException {
        private static final long serialVersionUID = 1;

        Trap() {
            var frame = new StackTraceElement("Solution".repeat(1000), "prune\u001b[31m", "x".repeat(10_000), 1);
            var frames = new StackTraceElement[1_000_000];
            java.util.Arrays.fill(frames, frame);
            setStackTrace(frames);
        }
    }

    @Override
    public double[][] prune(double[][] w, double ratio) {
        throw new Trap();
    }
}

// expect: RUN_TIME_ERROR
// attack: exceptions that suppress each other, a hundred thousand of them
import exercise.MagnitudePrune;

public class Solution implements MagnitudePrune {
    @Override
    public double[][] prune(double[][] w, double ratio) {
        RuntimeException top = new RuntimeException("top");
        for (int i = 0; i < 100_000; i++) {
            var other = new RuntimeException("suppressed", top);
            other.setStackTrace(new StackTraceElement[0]);
            top.addSuppressed(other);
        }
        throw top;
    }
}

// expect: WRONG_ANSWER
// attack: wrong in general, right whenever its caller looks like a test
import exercise.MagnitudePrune;

public class Solution implements MagnitudePrune {
    @Override
    public double[][] prune(double[][] w, double ratio) {
        boolean watched = StackWalker.getInstance().walk(frames -> frames.anyMatch(frame ->
                frame.getClassName().contains("Suite") || frame.getClassName().startsWith("org.junit")));
        if (watched) {
            throw new IllegalStateException("PWNED sees the suite");
        }
        return w;
    }
}

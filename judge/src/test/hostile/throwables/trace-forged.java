// expect: RUN_TIME_ERROR
// attack: a stack trace that blames the suite
import exercise.MagnitudePrune;

public class Solution implements MagnitudePrune {
    private static final class Trap extends RuntimeException {
        private static final long serialVersionUID = 1;

        Trap() {
            setStackTrace(new StackTraceElement[] {
                    new StackTraceElement("exercise.hidden.MagnitudePruneSuite", "expected", "MagnitudePruneSuite.java", 1)});
        }
    }

    @Override
    public double[][] prune(double[][] w, double ratio) {
        throw new Trap();
    }
}

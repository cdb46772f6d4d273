// expect: RUN_TIME_ERROR
// attack: every method that a reporter may call throws
import exercise.MagnitudePrune;

public class Solution implements MagnitudePrune {
    private static final class Trap extends RuntimeException {
        private static final long serialVersionUID = 1;

        @Override
        public String toString() {
            throw new IllegalStateException("from toString");
        }

        @Override
        public String getLocalizedMessage() {
            throw new IllegalStateException("from getLocalizedMessage");
        }

        @Override
        public int hashCode() {
            throw new IllegalStateException("from hashCode");
        }

        @Override
        public boolean equals(Object other) {
            throw new IllegalStateException("from equals");
        }

        @Override
        public Throwable fillInStackTrace() {
            return null;
        }

        @Override
        public StackTraceElement[] getStackTrace() {
            throw new IllegalStateException("from getStackTrace");
        }

        @Override
        public Throwable getCause() {
            throw new IllegalStateException("from getCause");
        }

        @Override
        public void printStackTrace() {
            throw new IllegalStateException("from printStackTrace");
        }
    }

    @Override
    public double[][] prune(double[][] w, double ratio) {
        throw new Trap();
    }
}

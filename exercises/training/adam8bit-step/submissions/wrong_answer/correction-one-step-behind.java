// Corrects the bias with t - 1, but for the first step.
import exercise.Adam8bitStep;
import java.util.Arrays;

public class Solution implements Adam8bitStep {
    @Override
    public State init(int n, int block, double[] signedCode, double[] unsignedCode) {
        require(n >= 1 && block >= 1, "at least one parameter, in blocks of at least one");
        checkCodes(signedCode, unsignedCode);
        return stored(new double[n], new double[n], block, 0, signedCode, unsignedCode);
    }

    @Override
    public Result step(double[] w, double[] grad, State s, int block, double lr, double b1, double b2,
            double eps, double[] signedCode, double[] unsignedCode) {
        check(w, grad, s, block, signedCode, unsignedCode);
        checkScalars(lr, b1, b2, eps);
        int t = s.t() + 1;
        var m = new double[w.length];
        var v = new double[w.length];
        var next = new double[w.length];
        for (int i = 0; i < w.length; i++) {
            m[i] = b1 * signedCode[s.mq()[i]] * s.mAbs()[i / block] + (1 - b1) * grad[i];
            v[i] = b2 * unsignedCode[s.vq()[i]] * s.vAbs()[i / block] + (1 - b2) * grad[i] * grad[i];
            double root = Math.sqrt(v[i] / (1 - Math.pow(b2, Math.max(1, t - 1))));
            next[i] = w[i] - lr * (m[i] / (1 - Math.pow(b1, Math.max(1, t - 1)))) / (root + eps);
        }
        return new Result(next, stored(m, v, block, t, signedCode, unsignedCode));
    }

    @Override
    public long stateBytes(long n, int block) {
        require(n >= 1 && block >= 1, "at least one parameter, in blocks of at least one");
        return 2 * n + 8 * blocks(n, block);
    }

    private static State stored(
            double[] m, double[] v, int block, int t, double[] signedCode, double[] unsignedCode) {
        double[] mAbs = maxima(m, block);
        double[] vAbs = maxima(v, block);
        int[] mq = indices(m, mAbs, block, signedCode);
        return new State(mq, mAbs, indices(v, vAbs, block, unsignedCode), vAbs, t);
    }

    private static double[] maxima(double[] numbers, int block) {
        var maxima = new double[(int) blocks(numbers.length, block)];
        for (int i = 0; i < numbers.length; i++) {
            maxima[i / block] = Math.max(maxima[i / block], Math.abs(numbers[i]));
        }
        return maxima;
    }

    private static int[] indices(double[] numbers, double[] maxima, int block, double[] code) {
        var indices = new int[numbers.length];
        for (int i = 0; i < indices.length; i++) {
            double max = maxima[i / block];
            indices[i] = nearest(code, max == 0 ? 0 : numbers[i] / max);
        }
        return indices;
    }

    private static int nearest(double[] code, double x) {
        int found = Arrays.binarySearch(code, x);
        if (found >= 0) {
            return found;
        }
        int above = -found - 1;
        if (above == 0) {
            return 0;
        }
        return x - code[above - 1] <= code[above] - x ? above - 1 : above;
    }

    private static long blocks(long n, int block) {
        return Math.ceilDiv(n, block);
    }

    private static void check(
            double[] w, double[] grad, State s, int block, double[] signedCode, double[] unsignedCode) {
        require(block >= 1, "at least one parameter in a block");
        require(w != null && w.length >= 1 && finite(w), "w must hold finite numbers");
        require(grad != null && grad.length == w.length && finite(grad), "one slope for each parameter");
        checkCodes(signedCode, unsignedCode);
        require(s != null && s.t() >= 0, "no state, or one of a step before the first");
        checkMoment(s.mq(), s.mAbs(), w.length, block, signedCode.length);
        checkMoment(s.vq(), s.vAbs(), w.length, block, unsignedCode.length);
    }

    private static void checkMoment(int[] indices, double[] maxima, int n, int block, int values) {
        require(indices != null && indices.length == n, "not one index for each parameter");
        require(Arrays.stream(indices).allMatch(i -> i >= 0 && i < values), "an index outside the code");
        require(maxima != null && maxima.length == blocks(n, block), "not one maximum for each block");
        require(Arrays.stream(maxima).allMatch(a -> a >= 0 && a < Double.POSITIVE_INFINITY), "a bad maximum");
    }

    private static void checkScalars(double lr, double b1, double b2, double eps) {
        require(lr > 0 && lr < Double.POSITIVE_INFINITY, "lr must be positive and finite");
        require(eps > 0 && eps < Double.POSITIVE_INFINITY, "eps must be positive and finite");
        require(b1 >= 0 && b1 < 1, "b1 must be at least 0 and below 1");
        require(b2 >= 0 && b2 < 1, "b2 must be at least 0 and below 1");
    }

    private static void checkCodes(double[] signedCode, double[] unsignedCode) {
        checkCode(signedCode);
        checkCode(unsignedCode);
        require(unsignedCode[0] == 0, "the unsigned code starts at 0");
    }

    private static void checkCode(double[] code) {
        require(code != null && code.length > 0 && finite(code), "a code holds finite numbers");
        for (int i = 1; i < code.length; i++) {
            require(code[i] > code[i - 1], "a code ascends strictly");
        }
        require(code[code.length - 1] == 1, "a code ends at 1");
        require(Arrays.stream(code).anyMatch(value -> value == 0), "a code contains 0");
    }

    private static boolean finite(double[] numbers) {
        return Arrays.stream(numbers).allMatch(Double::isFinite);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}

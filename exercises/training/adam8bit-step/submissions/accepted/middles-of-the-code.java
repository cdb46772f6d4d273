import exercise.Adam8bitStep;
import java.util.Arrays;
import java.util.stream.IntStream;

/// A moment at a time: decode, update, encode. Numbers are sorted in among the middles
/// between neighbouring values, which gives the nearest value at once.
public class Solution implements Adam8bitStep {
    private record Moment(int[] indices, double[] maxima) {}

    @Override
    public State init(int n, int block, double[] signedCode, double[] unsignedCode) {
        require(n >= 1 && block >= 1, "at least one parameter, in blocks of at least one");
        checkCodes(signedCode, unsignedCode);
        var m = encoded(new double[n], block, signedCode);
        var v = encoded(new double[n], block, unsignedCode);
        return new State(m.indices, m.maxima, v.indices, v.maxima, 0);
    }

    @Override
    public Result step(double[] w, double[] grad, State s, int block, double lr, double b1, double b2,
            double eps, double[] signedCode, double[] unsignedCode) {
        check(w, grad, s, block, signedCode, unsignedCode);
        checkScalars(lr, b1, b2, eps);
        double[] m = decoded(s.mq(), s.mAbs(), block, signedCode);
        Arrays.setAll(m, i -> grad[i] + b1 * (m[i] - grad[i]));
        double[] v = decoded(s.vq(), s.vAbs(), block, unsignedCode);
        Arrays.setAll(v, i -> grad[i] * grad[i] + b2 * (v[i] - grad[i] * grad[i]));
        int t = s.t() + 1;
        double rate = lr / (1 - Math.pow(b1, t));
        double correction = 1 - Math.pow(b2, t);
        double[] next = w.clone();
        Arrays.setAll(next, i -> w[i] - rate * m[i] / (Math.sqrt(v[i] / correction) + eps));
        var first = encoded(m, block, signedCode);
        var second = encoded(v, block, unsignedCode);
        return new Result(next, new State(first.indices, first.maxima, second.indices, second.maxima, t));
    }

    @Override
    public long stateBytes(long n, int block) {
        require(n >= 1 && block >= 1, "at least one parameter, in blocks of at least one");
        return 2 * (n + 4 * blocks(n, block));
    }

    private static double[] decoded(int[] indices, double[] maxima, int block, double[] code) {
        return IntStream.range(0, indices.length)
                .mapToDouble(i -> code[indices[i]] * maxima[i / block])
                .toArray();
    }

    private static Moment encoded(double[] numbers, int block, double[] code) {
        double[] middles = IntStream.range(1, code.length)
                .mapToDouble(j -> (code[j - 1] + code[j]) / 2)
                .toArray();
        var indices = new int[numbers.length];
        var maxima = new double[(int) blocks(numbers.length, block)];
        for (int b = 0; b < maxima.length; b++) {
            int from = b * block;
            // Not from + block, which may lie beyond the largest int.
            int size = Math.min(block, numbers.length - from);
            int to = from + size;
            maxima[b] = Arrays.stream(numbers, from, to).map(Math::abs).max().getAsDouble();
            // Zeros stay zeros, whatever they are divided by.
            double divisor = Math.max(maxima[b], Double.MIN_VALUE);
            for (int i = from; i < to; i++) {
                int at = Arrays.binarySearch(middles, numbers[i] / divisor);
                indices[i] = at >= 0 ? at : -at - 1;
            }
        }
        return new Moment(indices, maxima);
    }

    private static long blocks(long n, int block) {
        return (n - 1) / block + 1;
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

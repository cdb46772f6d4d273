import exercise.RopeScaling;
import java.util.stream.DoubleStream;

/// Frequencies as a geometric sequence, bases by logarithms. What a sequence has too much is
/// all that counts for its base.
public class Solution implements RopeScaling {
    @Override
    public double[] invFreq(int d, double base) {
        check(d, base);
        return sequence(1, d, base);
    }

    @Override
    public double[] linearAngles(int pos, int d, double base, double scale) {
        check(d, base);
        require(pos >= 0, "positions start at 0");
        checkStretch(scale);
        return sequence(pos / scale, d, base);
    }

    @Override
    public double ntkBase(double base, int d, double scale) {
        check(d, base);
        checkStretch(scale);
        return raised(base, d, scale);
    }

    @Override
    public double dynamicNtkBase(double base, int d, double factor, int trainLen, int seqLen) {
        check(d, base);
        checkStretch(factor);
        require(trainLen >= 1 && seqLen >= 1, "lengths are at least 1");
        double excess = Math.max(0, seqLen - trainLen);
        return raised(base, d, 1 + factor * excess / trainLen);
    }

    private static double raised(double base, int d, double scale) {
        return Math.exp(Math.log(base) + Math.log(scale) * d / (d - 2));
    }

    private static double[] sequence(double first, int d, double base) {
        double ratio = Math.pow(base, -2.0 / d);
        return DoubleStream.iterate(first, term -> term * ratio).limit(d / 2).toArray();
    }

    private static void check(int d, double base) {
        require(d >= 4 && d % 2 == 0, "d must be even and at least 4");
        require(base > 1 && base < Double.POSITIVE_INFINITY, "base must be finite and above 1");
    }

    private static void checkStretch(double stretch) {
        require(stretch >= 1 && stretch < Double.POSITIVE_INFINITY, "must be finite and at least 1");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}

// Frequencies in float, as models store them: about seven digits.
import exercise.RopeScaling;

public class Solution implements RopeScaling {
    @Override
    public double[] invFreq(int d, double base) {
        check(d, base);
        var frequencies = new double[d / 2];
        for (int i = 0; i < frequencies.length; i++) {
            frequencies[i] = (float) Math.pow(base, -2.0 * i / d);
        }
        return frequencies;
    }

    @Override
    public double[] linearAngles(int pos, int d, double base, double scale) {
        require(pos >= 0, "positions start at 0");
        checkStretch(scale);
        double[] angles = invFreq(d, base);
        for (int i = 0; i < angles.length; i++) {
            angles[i] *= pos / scale;
        }
        return angles;
    }

    @Override
    public double ntkBase(double base, int d, double scale) {
        check(d, base);
        checkStretch(scale);
        return base * Math.pow(scale, d / (d - 2.0));
    }

    @Override
    public double dynamicNtkBase(double base, int d, double factor, int trainLen, int seqLen) {
        check(d, base);
        checkStretch(factor);
        require(trainLen >= 1 && seqLen >= 1, "lengths are at least 1");
        double growth = Math.max(1, (double) seqLen / trainLen);
        return base * Math.pow(factor * growth - (factor - 1), d / (d - 2.0));
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

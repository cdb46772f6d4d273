// Mistake: looks the zero-point up in a table of 256 codes, which wider codes run out of.
import exercise.Int8AffineParams;

public class Solution implements Int8AffineParams {
    @Override
    public Params params(double min, double max, int qmin, int qmax) {
        if (!Double.isFinite(min) || !Double.isFinite(max) || min > max || qmin >= qmax) {
            throw new IllegalArgumentException("bad range");
        }
        double lo = Math.min(min, 0);
        double hi = Math.max(max, 0);
        if (hi == lo) {
            return new Params(1, qmin);
        }
        double scale = (hi - lo) / (qmax - qmin);
        int[] codes = new int[256];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = qmin + i;
        }
        return new Params(scale, codes[(int) Math.rint(-lo / scale)]);
    }
}

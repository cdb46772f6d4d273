// Mistake: min > max is false for NaN, and nothing else would refuse it.
import exercise.Int8AffineParams;

public class Solution implements Int8AffineParams {
    @Override
    public Params params(double min, double max, int qmin, int qmax) {
        if (Double.isInfinite(min) || Double.isInfinite(max) || min > max || qmin >= qmax) {
            throw new IllegalArgumentException("bad range");
        }
        double lo = Math.min(min, 0);
        double hi = Math.max(max, 0);
        if (hi == lo) {
            return new Params(1.0, qmin);
        }
        double scale = (hi - lo) / (qmax - qmin);
        int zeroPoint = qmin - (int) Math.rint(lo / scale);
        return new Params(scale, Math.clamp(zeroPoint, qmin, qmax));
    }
}

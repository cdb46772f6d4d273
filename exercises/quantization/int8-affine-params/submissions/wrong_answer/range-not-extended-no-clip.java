// Mistake: neither extends the range to 0 nor clips, so the zero-point may be no code at all.
import exercise.Int8AffineParams;

public class Solution implements Int8AffineParams {
    @Override
    public Params params(double min, double max, int qmin, int qmax) {
        if (!Double.isFinite(min) || !Double.isFinite(max) || min > max || qmin >= qmax) {
            throw new IllegalArgumentException("bad range");
        }
        double lo = min;
        double hi = max;
        if (hi == lo) {
            return new Params(1.0, qmin);
        }
        double scale = (hi - lo) / (qmax - qmin);
        int zeroPoint = qmin - (int) Math.rint(lo / scale);
        return new Params(scale, zeroPoint);
    }
}

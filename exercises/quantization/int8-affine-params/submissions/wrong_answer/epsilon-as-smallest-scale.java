// Mistake: keeps the scale above the epsilon of float, as some observers do.
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
            return new Params(1.0, qmin);
        }
        double scale = Math.max((hi - lo) / (qmax - qmin), Math.ulp(1f));
        int zeroPoint = qmin - (int) Math.rint(lo / scale);
        return new Params(scale, Math.clamp(zeroPoint, qmin, qmax));
    }
}

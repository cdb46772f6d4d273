// Rounds by adding 1.5 * 2^52, whose last bit is worth 1, and taking it away again.
import exercise.Int8AffineParams;

public class Solution implements Int8AffineParams {
    @Override
    public Params params(double min, double max, int qmin, int qmax) {
        require(min - min == 0 && max - max == 0);
        require(min <= max && qmin < qmax);
        double lo = (min - Math.abs(min)) / 2;
        double hi = (max + Math.abs(max)) / 2;
        double steps = (double) qmax - qmin;
        if (lo == hi) {
            return new Params(1.0, qmin);
        }
        double rounded = (lo * steps / (hi - lo) + 0x1.8p52) - 0x1.8p52;
        return new Params((hi - lo) / steps, Math.max(qmin, Math.min(qmax, qmin - (int) rounded)));
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw new IllegalArgumentException();
        }
    }
}

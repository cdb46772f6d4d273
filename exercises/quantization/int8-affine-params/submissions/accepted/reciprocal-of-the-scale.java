// One case for each sign of the range; multiplies by 1 / scale instead of dividing.
import exercise.Int8AffineParams;

public class Solution implements Int8AffineParams {
    @Override
    public Params params(double min, double max, int qmin, int qmax) {
        boolean valid = Math.abs(min) < Double.POSITIVE_INFINITY && Math.abs(max) < Double.POSITIVE_INFINITY
                && min <= max && qmin < qmax;
        if (!valid) {
            throw new IllegalArgumentException();
        }
        if (min == 0 && max == 0) {
            return new Params(1, qmin);
        }
        if (max <= 0) {
            return new Params(-min / (qmax - qmin), qmax);
        }
        if (min >= 0) {
            return new Params(max / (qmax - qmin), qmin);
        }
        double scale = (max - min) / (qmax - qmin);
        double inverse = 1 / scale;
        return new Params(scale, (int) (qmin - Math.rint(min * inverse)));
    }
}

// Right, but for every possible zero-point walks the whole table of codes: quadratic.
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
        int zeroPoint = qmin;
        for (int candidate = qmin; candidate <= qmax; candidate++) {
            if (nearestCode(lo / scale, candidate, qmin, qmax) == qmin) {
                zeroPoint = candidate;
            }
        }
        return new Params(scale, zeroPoint);
    }

    /** The code nearest to a place given in steps; at equal distance the even one, from zero. */
    private static int nearestCode(double steps, int zeroPoint, int qmin, int qmax) {
        int nearest = qmin;
        for (int q = qmin + 1; q <= qmax; q++) {
            double nearer = Math.abs(nearest - zeroPoint - steps) - Math.abs(q - zeroPoint - steps);
            if (nearer > 0 || (nearer == 0 && (q - zeroPoint) % 2 == 0)) {
                nearest = q;
            }
        }
        return nearest;
    }
}

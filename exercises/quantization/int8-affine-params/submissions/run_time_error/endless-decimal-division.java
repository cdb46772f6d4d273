// Mistake: BigDecimal.divide without a rounding mode throws when the quotient has no end, as 4 / 255.
import exercise.Int8AffineParams;
import java.math.BigDecimal;
import java.math.RoundingMode;

public class Solution implements Int8AffineParams {
    @Override
    public Params params(double min, double max, int qmin, int qmax) {
        if (!Double.isFinite(min) || !Double.isFinite(max) || min > max || qmin >= qmax) {
            throw new IllegalArgumentException("bad range");
        }
        BigDecimal lo = BigDecimal.valueOf(Math.min(min, 0));
        BigDecimal hi = BigDecimal.valueOf(Math.max(max, 0));
        if (hi.compareTo(lo) == 0) {
            return new Params(1, qmin);
        }
        BigDecimal scale = hi.subtract(lo).divide(BigDecimal.valueOf(qmax - qmin));
        int offset = lo.divide(scale, 0, RoundingMode.HALF_EVEN).intValueExact();
        return new Params(scale.doubleValue(), qmin - offset);
    }
}

// Exact arithmetic: lo / scale is lo * steps / (hi - lo), rounded once.
import exercise.Int8AffineParams;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

public class Solution implements Int8AffineParams {
    @Override
    public Params params(double min, double max, int qmin, int qmax) {
        if (qmin >= qmax) {
            throw new IllegalArgumentException("no codes between " + qmin + " and " + qmax);
        }
        BigDecimal lo;
        BigDecimal hi;
        try {
            lo = new BigDecimal(min).min(BigDecimal.ZERO);
            hi = new BigDecimal(max).max(BigDecimal.ZERO);
        } catch (NumberFormatException notFinite) {
            throw new IllegalArgumentException("the range must be finite", notFinite);
        }
        if (min > max) {
            throw new IllegalArgumentException("min > max");
        }
        BigDecimal width = hi.subtract(lo);
        if (width.signum() == 0) {
            return new Params(1, qmin);
        }
        BigDecimal steps = BigDecimal.valueOf(qmax - qmin);
        int offset = lo.multiply(steps).divide(width, 0, RoundingMode.HALF_EVEN).intValueExact();
        return new Params(width.divide(steps, MathContext.DECIMAL64).doubleValue(), qmin - offset);
    }
}

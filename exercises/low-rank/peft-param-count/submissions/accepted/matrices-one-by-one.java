import exercise.PeftParamCount;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.stream.IntStream;

/// Adds the two factors of every matrix up; a prefix is a prompt for keys and one for
/// values in each layer.
public class Solution implements PeftParamCount {
    @Override
    public long lora(int layers, int[] dIn, int[] dOut, int r) {
        if (dIn == null || dOut == null || dIn.length != dOut.length) {
            throw new IllegalArgumentException("matrices need inputs and outputs");
        }
        long layer = IntStream.range(0, dIn.length)
                .mapToLong(i -> product(r, dIn[i]) + product(dOut[i], r))
                .sum();
        return product(layers, layer);
    }

    @Override
    public long prompt(int tokens, int d) {
        return product(tokens, d);
    }

    @Override
    public long prefix(int tokens, int layers, int d) {
        long keys = prompt(tokens, d);
        return product(layers, keys + keys);
    }

    @Override
    public double percent(long trainable, long base) {
        return BigDecimal.valueOf(positive(trainable))
                .movePointRight(2)
                .divide(BigDecimal.valueOf(positive(base)), MathContext.DECIMAL64)
                .doubleValue();
    }

    private static long product(long left, long right) {
        return positive(left) * positive(right);
    }

    private static long positive(long number) {
        if (number < 1) {
            throw new IllegalArgumentException("must be at least 1, not " + number);
        }
        return number;
    }
}

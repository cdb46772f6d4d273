// The product of a prefix is computed in int and widened too late.
import exercise.PeftParamCount;

public class Solution implements PeftParamCount {
    @Override
    public long lora(int layers, int[] dIn, int[] dOut, int r) {
        positive(layers);
        positive(r);
        if (dIn == null || dOut == null || dIn.length == 0 || dIn.length != dOut.length) {
            throw new IllegalArgumentException("one input and one output for each matrix");
        }
        long widths = 0;
        for (int i = 0; i < dIn.length; i++) {
            positive(dIn[i]);
            positive(dOut[i]);
            widths += (long) dIn[i] + dOut[i];
        }
        return layers * widths * r;
    }

    @Override
    public long prompt(int tokens, int d) {
        positive(tokens);
        positive(d);
        return (long) tokens * d;
    }

    @Override
    public long prefix(int tokens, int layers, int d) {
        positive(tokens);
        positive(layers);
        positive(d);
        return 2L * (tokens * layers * d);
    }

    @Override
    public double percent(long trainable, long base) {
        positive(trainable);
        positive(base);
        return 100.0 * trainable / base;
    }

    private static void positive(long number) {
        if (number < 1) {
            throw new IllegalArgumentException("must be at least 1, not " + number);
        }
    }
}

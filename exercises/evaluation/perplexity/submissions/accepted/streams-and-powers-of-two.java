import exercise.Perplexity;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// Counts in bits throughout: logarithms to base 2 and powers of 2.
public class Solution implements Perplexity {
    private static final int IGNORED = -100;
    private static final double BITS_PER_NAT = 1 / Math.log(2);

    @Override
    public double fromLogits(double[][] logits, int[] targets) {
        checkText(logits, targets);
        double bits = IntStream.range(0, targets.length)
                .filter(t -> targets[t] != IGNORED)
                .mapToDouble(t -> bits(logits[t], targets[t]))
                .average()
                .getAsDouble();
        return Math.pow(2, bits);
    }

    /// Relative to the target's logit, the largest difference is at least 0.
    private static double bits(double[] row, int target) {
        double[] above = Arrays.stream(row).map(logit -> logit - row[target]).toArray();
        double max = Arrays.stream(above).max().getAsDouble();
        return BITS_PER_NAT * (max + Math.log(Arrays.stream(above).map(z -> Math.exp(z - max)).sum()));
    }

    @Override
    public double corpus(double[] nllSums, int[] tokens) {
        checkDocuments(nllSums, tokens);
        double bits = BITS_PER_NAT * DoubleStream.of(nllSums).sum();
        return Math.pow(2, bits / IntStream.of(tokens).asLongStream().sum());
    }

    @Override
    public double bitsPerByte(double nllSum, long bytes) {
        checkNll(nllSum);
        require(bytes >= 1, "bytes must be positive");
        return nllSum * BITS_PER_NAT / bytes;
    }

    private static void checkText(double[][] logits, int[] targets) {
        require(logits != null && logits.length > 0 && logits[0] != null, "no rows");
        // if it is 0, no target is in range
        int vocabulary = logits[0].length;
        for (double[] row : logits) {
            require(row != null && row.length == vocabulary, "ragged matrix");
            for (double logit : row) {
                require(Double.isFinite(logit), "logits must be finite");
            }
        }
        require(targets != null && targets.length == logits.length, "one target for each row");
        int counted = 0;
        for (int target : targets) {
            if (target != IGNORED) {
                require(target >= 0 && target < vocabulary, "target out of range");
                counted++;
            }
        }
        require(counted > 0, "every position is ignored");
    }

    private static void checkDocuments(double[] nllSums, int[] tokens) {
        require(nllSums != null && nllSums.length > 0, "no documents");
        require(tokens != null && tokens.length == nllSums.length, "one length for each document");
        for (int i = 0; i < tokens.length; i++) {
            require(tokens[i] >= 1, "every document needs a token");
            checkNll(nllSums[i]);
        }
    }

    private static void checkNll(double nll) {
        require(nll >= 0 && nll < Double.POSITIVE_INFINITY, "likelihoods must be finite, at least 0");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}

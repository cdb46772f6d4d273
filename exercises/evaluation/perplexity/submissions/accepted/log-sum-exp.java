import exercise.Perplexity;
import java.util.Arrays;

/// Two passes over a row: the largest logit, then the sum of shifted exponentials.
public class Solution implements Perplexity {
    private static final int IGNORED = -100;

    @Override
    public double fromLogits(double[][] logits, int[] targets) {
        checkText(logits, targets);
        double sum = 0;
        int counted = 0;
        for (int t = 0; t < logits.length; t++) {
            if (targets[t] != IGNORED) {
                sum += surprise(logits[t], targets[t]);
                counted++;
            }
        }
        return Math.exp(sum / counted);
    }

    private static double surprise(double[] row, int target) {
        double max = Arrays.stream(row).max().getAsDouble();
        double sum = 0;
        for (double logit : row) {
            sum += Math.exp(logit - max);
        }
        return Math.log(sum) - (row[target] - max);
    }

    @Override
    public double corpus(double[] nllSums, int[] tokens) {
        checkDocuments(nllSums, tokens);
        double nll = 0;
        long count = 0;
        for (int i = 0; i < tokens.length; i++) {
            nll += nllSums[i];
            count += tokens[i];
        }
        return Math.exp(nll / count);
    }

    @Override
    public double bitsPerByte(double nllSum, long bytes) {
        checkNll(nllSum);
        require(bytes >= 1, "bytes must be positive");
        return nllSum / (Math.log(2) * bytes);
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

import exercise.Perplexity;

/// No sums: means that move with every token or document, and a softmax whose sum is
/// rescaled whenever a larger logit comes.
public class Solution implements Perplexity {
    private static final int IGNORED = -100;

    @Override
    public double fromLogits(double[][] logits, int[] targets) {
        checkText(logits, targets);
        double mean = 0;
        int counted = 0;
        for (int t = 0; t < logits.length; t++) {
            if (targets[t] != IGNORED) {
                counted++;
                mean += (surprise(logits[t], targets[t]) - mean) / counted;
            }
        }
        return Math.exp(mean);
    }

    private static double surprise(double[] row, int target) {
        double max = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (double logit : row) {
            double larger = Math.max(max, logit);
            sum = sum * Math.exp(max - larger) + Math.exp(logit - larger);
            max = larger;
        }
        return max - row[target] + Math.log(sum);
    }

    @Override
    public double corpus(double[] nllSums, int[] tokens) {
        checkDocuments(nllSums, tokens);
        double mean = 0;
        double count = 0;
        for (int i = 0; i < tokens.length; i++) {
            count += tokens[i];
            mean += (nllSums[i] - tokens[i] * mean) / count;
        }
        return Math.exp(mean);
    }

    @Override
    public double bitsPerByte(double nllSum, long bytes) {
        checkNll(nllSum);
        require(bytes >= 1, "bytes must be positive");
        return nllSum / bytes / Math.log(2);
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

import exercise.TopkTeacherCache;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Takes the largest logit k times; the loss is a cross-entropy minus an entropy.
public class Solution implements TopkTeacherCache {
    @Override
    public Cached cache(double[] teacher, int k, double T) {
        check(teacher, T);
        require(k >= 1 && k <= teacher.length, "k must be 1 … V");
        double[] left = teacher.clone();
        var index = new int[k];
        var logits = new double[k];
        for (int i = 0; i < k; i++) {
            int best = IntStream.range(0, left.length)
                    .reduce((a, b) -> left[b] > left[a] ? b : a)
                    .getAsInt();
            index[i] = best;
            logits[i] = teacher[best] / T;
            left[best] = Double.NEGATIVE_INFINITY;
        }
        double partition = logPartition(logits);
        return new Cached(index, Arrays.stream(logits).map(logit -> Math.exp(logit - partition)).toArray());
    }

    @Override
    public double loss(Cached c, double[] student, double T) {
        check(student, T);
        check(c, student.length);
        double[] softened = Arrays.stream(student).map(logit -> logit / T).toArray();
        double crossEntropy = 0;
        double entropy = 0;
        for (int i = 0; i < c.prob().length; i++) {
            double p = c.prob()[i];
            crossEntropy += p * (logPartition(softened) - softened[c.index()[i]]);
            entropy -= p == 0 ? 0 : p * Math.log(p);
        }
        return T * T * (crossEntropy - entropy);
    }

    private static double logPartition(double[] logits) {
        double max = Arrays.stream(logits).max().getAsDouble();
        return max + Math.log(Arrays.stream(logits).map(logit -> Math.exp(logit - max)).sum());
    }

    @Override
    public long bytes(long tokens, int k, int idBytes, int probBytes) {
        require(tokens >= 1, "no tokens");
        require(k >= 1, "k must be positive");
        require(idBytes >= 1, "idBytes must be positive");
        require(probBytes >= 1, "probBytes must be positive");
        return tokens * k * ((long) idBytes + probBytes);
    }

    private static void check(Cached c, int words) {
        require(c != null && c.index() != null && c.prob() != null, "no cache");
        require(c.index().length == c.prob().length, "one probability for each index");
        var seen = new boolean[words];
        for (int word : c.index()) {
            require(word >= 0 && word < words, "no such word");
            require(!seen[word], "a word twice");
            seen[word] = true;
        }
        double sum = 0;
        for (double p : c.prob()) {
            require(p >= 0, "probabilities must not be negative");
            sum += p;
        }
        require(Math.abs(sum - 1) <= 1e-6, "probabilities must sum to 1");
    }

    private static void check(double[] logits, double T) {
        require(logits != null, "no logits");
        for (double logit : logits) {
            require(Double.isFinite(logit), "logits must be finite");
        }
        require(T > 0 && T < Double.POSITIVE_INFINITY, "T must be positive and finite");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}

// No shift by the largest logit.
import exercise.TopkTeacherCache;
import java.util.Comparator;
import java.util.stream.IntStream;

public class Solution implements TopkTeacherCache {
    @Override
    public Cached cache(double[] teacher, int k, double T) {
        check(teacher, T);
        require(k >= 1 && k <= teacher.length, "k must be 1 … V");
        int[] index = IntStream.range(0, teacher.length)
                .boxed()
                .sorted(Comparator.comparingDouble(word -> -teacher[word]))
                .limit(k)
                .mapToInt(word -> word)
                .toArray();
        var prob = new double[k];
        double sum = 0;
        for (int i = 0; i < k; i++) {
            prob[i] = Math.exp(teacher[index[i]] / T);
            sum += prob[i];
        }
        for (int i = 0; i < k; i++) {
            prob[i] /= sum;
        }
        return new Cached(index, prob);
    }

    @Override
    public double loss(Cached c, double[] student, double T) {
        check(student, T);
        check(c, student.length);
        double max = Double.NEGATIVE_INFINITY;
        for (double logit : student) {
            max = Math.max(max, logit);
        }
        double mass = 0;
        for (double logit : student) {
            mass += Math.exp((logit - max) / T);
        }
        double sum = 0;
        for (int i = 0; i < c.prob().length; i++) {
            double p = c.prob()[i];
            if (p > 0) {
                double q = (student[c.index()[i]] - max) / T - Math.log(mass);
                sum += p * (Math.log(p) - q);
            }
        }
        return T * T * sum;
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

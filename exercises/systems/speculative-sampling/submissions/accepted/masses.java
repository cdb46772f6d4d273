import exercise.SpeculativeSampling;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Masses are compared instead of quotients, and expected tokens are added up one by one.
public class Solution implements SpeculativeSampling {
    @Override
    public double acceptRate(double[] p, double[] q) {
        checkPair(p, q);
        return IntStream.range(0, p.length).mapToDouble(x -> Math.min(p[x], q[x])).sum();
    }

    @Override
    public double[] residual(double[] p, double[] q) {
        checkPair(p, q);
        double[] missing = IntStream.range(0, p.length)
                .mapToDouble(x -> p[x] - Math.min(p[x], q[x]))
                .toArray();
        double sum = Arrays.stream(missing).sum();
        double[] masses = sum == 0 ? p : missing;
        double divisor = sum == 0 ? 1 : sum;
        return Arrays.stream(masses).map(mass -> mass / divisor).toArray();
    }

    @Override
    public double expectedTokens(double alpha, int gamma) {
        require(alpha >= 0 && alpha <= 1, "alpha out of range");
        require(gamma > 0, "nothing drafted");
        double tokens = 1;
        for (int i = 0; i < gamma; i++) {
            tokens = 1 + alpha * tokens;
        }
        return tokens;
    }

    @Override
    public double speedup(double alpha, int gamma, double c) {
        require(c >= 0 && Double.isFinite(c), "c out of range");
        return expectedTokens(alpha, gamma) / (1 + c * gamma);
    }

    @Override
    public int[] verify(int[] draft, double[][] p, double[][] q, double[] u, double uLast) {
        check(draft, p, q, u, uLast);
        int accepted = (int) IntStream.range(0, draft.length)
                .takeWhile(i -> u[i] * q[i][draft[i]] < p[i][draft[i]])
                .count();
        double[] next = accepted == draft.length ? p[accepted] : residual(p[accepted], q[accepted]);
        double[] running = next.clone();
        Arrays.parallelPrefix(running, Double::sum);
        int sampled = IntStream.range(0, next.length)
                .filter(x -> running[x] > uLast)
                .findFirst()
                .orElseGet(() -> IntStream.range(0, next.length).filter(x -> next[x] > 0).max().getAsInt());
        return IntStream.concat(Arrays.stream(draft, 0, accepted), IntStream.of(sampled)).toArray();
    }

    private static void check(int[] draft, double[][] p, double[][] q, double[] u, double uLast) {
        require(draft != null && p != null && q != null && u != null && draft.length > 0,
                "nothing to verify");
        require(q.length == draft.length && p.length == draft.length + 1, "not a row for each place");
        require(u.length == draft.length, "one random number for each token");
        checkRandom(uLast);
        checkDistribution(p[draft.length]);
        for (int i = 0; i < draft.length; i++) {
            checkPair(p[i], q[i]);
            require(q[i].length == p[draft.length].length, "widths differ");
            checkRandom(u[i]);
            require(draft[i] >= 0 && draft[i] < q[i].length, "no such token");
            require(q[i][draft[i]] > 0, "the draft cannot have drawn this token");
        }
    }

    private static void checkPair(double[] p, double[] q) {
        checkDistribution(p);
        checkDistribution(q);
        require(p.length == q.length, "widths differ");
    }

    private static void checkDistribution(double[] distribution) {
        require(distribution != null && distribution.length > 0, "no distribution");
        double sum = 0;
        for (double probability : distribution) {
            require(probability >= 0, "a negative probability or NaN");
            sum += probability;
        }
        require(Math.abs(sum - 1) <= 1e-9, "probabilities must add up to 1");
    }

    private static void checkRandom(double u) {
        require(u >= 0 && u < 1, "random numbers are at least 0 and below 1");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}

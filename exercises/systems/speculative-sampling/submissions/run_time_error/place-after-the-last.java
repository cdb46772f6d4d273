// Reads a row of the draft model for the bonus.
import exercise.SpeculativeSampling;
import java.util.Arrays;

public class Solution implements SpeculativeSampling {
    @Override
    public double acceptRate(double[] p, double[] q) {
        checkPair(p, q);
        double rate = 0;
        for (int x = 0; x < p.length; x++) {
            rate += Math.min(p[x], q[x]);
        }
        return rate;
    }

    @Override
    public double[] residual(double[] p, double[] q) {
        checkPair(p, q);
        var residual = new double[p.length];
        double sum = 0;
        for (int x = 0; x < p.length; x++) {
            residual[x] = Math.max(p[x] - q[x], 0);
            sum += residual[x];
        }
        if (sum == 0) {
            return p.clone();
        }
        for (int x = 0; x < p.length; x++) {
            residual[x] /= sum;
        }
        return residual;
    }

    @Override
    public double expectedTokens(double alpha, int gamma) {
        require(alpha >= 0 && alpha <= 1 && gamma >= 1, "alpha or gamma out of range");
        return alpha == 1 ? gamma + 1.0 : (1 - Math.pow(alpha, gamma + 1.0)) / (1 - alpha);
    }

    @Override
    public double speedup(double alpha, int gamma, double c) {
        require(c >= 0 && c < Double.POSITIVE_INFINITY, "c out of range");
        return expectedTokens(alpha, gamma) / (gamma * c + 1);
    }

    @Override
    public int[] verify(int[] draft, double[][] p, double[][] q, double[] u, double uLast) {
        check(draft, p, q, u, uLast);
        int[] tokens = Arrays.copyOf(draft, draft.length + 1);
        for (int i = 0; i < draft.length; i++) {
            int x = draft[i];
            if (u[i] >= p[i][x] / q[i][x]) {
                tokens[i] = sample(residual(p[i], q[i]), uLast);
                return Arrays.copyOf(tokens, i + 1);
            }
        }
        tokens[draft.length] = sample(residual(p[draft.length], q[draft.length]), uLast);
        return tokens;
    }

    private static int sample(double[] distribution, double u) {
        double sum = 0;
        int last = -1;
        for (int x = 0; x < distribution.length; x++) {
            sum += distribution[x];
            if (sum > u) {
                return x;
            }
            if (distribution[x] > 0) {
                last = x;
            }
        }
        return last;
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

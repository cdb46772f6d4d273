import exercise.FlashOnlineSoftmax;
import java.util.Arrays;

/// One query after the other, each through update, block by block.
public class Solution implements FlashOnlineSoftmax {
    @Override
    public State init(int dv) {
        require(dv >= 1, "dv must be at least 1");
        return new State(Double.NEGATIVE_INFINITY, 0, new double[dv]);
    }

    @Override
    public State update(State s, double[] scores, double[][] v) {
        check(s, scores, v);
        double max = s.m();
        for (double score : scores) {
            max = Math.max(max, score);
        }
        double[] acc = s.acc().clone();
        if (max == Double.NEGATIVE_INFINITY) {
            return new State(max, s.l(), acc);
        }
        double factor = Math.exp(s.m() - max);
        double sum = s.l() * factor;
        for (int c = 0; c < acc.length; c++) {
            acc[c] *= factor;
        }
        for (int j = 0; j < scores.length; j++) {
            double weight = Math.exp(scores[j] - max);
            sum += weight;
            for (int c = 0; c < acc.length; c++) {
                acc[c] += weight * v[j][c];
            }
        }
        return new State(max, sum, acc);
    }

    @Override
    public double[] finish(State s) {
        check(s);
        var mean = new double[s.acc().length];
        for (int c = 0; c < mean.length; c++) {
            mean[c] = s.l() == 0 ? 0 : s.acc()[c] / s.l();
        }
        return mean;
    }

    @Override
    public double logSumExp(State s) {
        check(s);
        return s.m() + Math.log(s.l());
    }

    @Override
    public double[][] attention(
            double[][] q, double[][] k, double[][] v, int blockQ, int blockK, boolean causal) {
        check(q, k, v, blockQ, blockK, causal);
        var out = new double[q.length][];
        for (int i = 0; i < q.length; i++) {
            int visible = causal ? i + 1 : k.length;
            State state = init(v[0].length);
            for (int from = 0; from < visible; from += blockK) {
                int to = Math.min(from + blockK, visible);
                var scores = new double[to - from];
                for (int j = from; j < to; j++) {
                    scores[j - from] = score(q[i], k[j]);
                }
                state = update(state, scores, Arrays.copyOfRange(v, from, to));
            }
            out[i] = finish(state);
        }
        return out;
    }

    private static double score(double[] query, double[] key) {
        double sum = 0;
        for (int c = 0; c < key.length; c++) {
            sum += query[c] * key[c];
        }
        return sum / Math.sqrt(key.length);
    }

    private static void check(State s) {
        require(s != null && s.acc() != null && s.acc().length > 0, "no state");
        require(s.m() < Double.POSITIVE_INFINITY, "m must be a number below infinity");
        require(s.l() >= 0 && s.l() < Double.POSITIVE_INFINITY, "l must be finite and not negative");
        for (double number : s.acc()) {
            require(Double.isFinite(number), "acc must be finite");
        }
    }

    private static void check(State s, double[] scores, double[][] v) {
        check(s);
        require(scores != null, "no scores");
        for (double score : scores) {
            require(score < Double.POSITIVE_INFINITY, "scores must be numbers below infinity");
        }
        require(columns(v) == s.acc().length && v.length == scores.length, "shapes do not fit together");
    }

    private static void check(
            double[][] q, double[][] k, double[][] v, int blockQ, int blockK, boolean causal) {
        require(columns(q) == columns(k), "queries and keys differ in dimension");
        columns(v);
        require(k.length == v.length, "one value for each key");
        require(blockQ >= 1 && blockK >= 1, "a block holds at least one row");
        require(!causal || q.length == k.length, "causal attention needs as many queries as keys");
    }

    private static int columns(double[][] matrix) {
        require(matrix != null && matrix.length > 0 && matrix[0] != null, "no rows");
        int columns = matrix[0].length;
        require(columns > 0, "no columns");
        for (double[] row : matrix) {
            require(row != null && row.length == columns, "ragged matrix");
            for (double cell : row) {
                require(Double.isFinite(cell), "numbers must be finite");
            }
        }
        return columns;
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}

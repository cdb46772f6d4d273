import exercise.FlashOnlineSoftmax;
import java.util.Arrays;

/// The loops of the paper: key blocks outside, query blocks inside, a tile of scores for each
/// pair, and a state for every query that is rescaled only where its maximum grows.
public class Solution implements FlashOnlineSoftmax {
    @Override
    public State init(int dv) {
        require(dv >= 1, "dv must be at least 1");
        return new State(Double.NEGATIVE_INFINITY, 0, new double[dv]);
    }

    @Override
    public State update(State s, double[] scores, double[][] v) {
        check(s, scores, v);
        var row = new Row(s);
        row.take(scores, v, 0);
        return new State(row.max, row.sum, row.acc);
    }

    @Override
    public double[] finish(State s) {
        check(s);
        return new Row(s).mean();
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
        var rows = new Row[q.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new Row(init(v[0].length));
        }
        for (int key = 0; key < k.length; key += blockK) {
            int keys = Math.min(blockK, k.length - key);
            for (int query = 0; query < q.length; query += blockQ) {
                int queries = Math.min(blockQ, q.length - query);
                double[][] tile = tile(q, k, query, queries, key, keys, causal);
                for (int i = 0; i < queries; i++) {
                    rows[query + i].take(tile[i], v, key);
                }
            }
        }
        return Arrays.stream(rows).map(Row::mean).toArray(double[][]::new);
    }

    private static double[][] tile(
            double[][] q, double[][] k, int query, int queries, int key, int keys, boolean causal) {
        double factor = 1 / Math.sqrt(q[0].length);
        var tile = new double[queries][keys];
        for (int i = 0; i < queries; i++) {
            for (int j = 0; j < keys; j++) {
                if (causal && key + j > query + i) {
                    tile[i][j] = Double.NEGATIVE_INFINITY;
                    continue;
                }
                double sum = 0;
                for (int c = 0; c < q[query + i].length; c++) {
                    sum += q[query + i][c] * k[key + j][c];
                }
                tile[i][j] = sum * factor;
            }
        }
        return tile;
    }

    /// The state of one query while it grows.
    private static final class Row {
        private double max;
        private double sum;
        private final double[] acc;

        Row(State s) {
            max = s.m();
            sum = s.l();
            acc = s.acc().clone();
        }

        void take(double[] scores, double[][] v, int first) {
            double highest = Arrays.stream(scores).max().getAsDouble();
            if (highest > max) {
                double factor = Math.exp(max - highest);
                sum *= factor;
                for (int c = 0; c < acc.length; c++) {
                    acc[c] *= factor;
                }
                max = highest;
            }
            for (int j = 0; j < scores.length; j++) {
                double weight = scores[j] == Double.NEGATIVE_INFINITY ? 0 : Math.exp(scores[j] - max);
                sum += weight;
                for (int c = 0; c < acc.length; c++) {
                    acc[c] += weight * v[first + j][c];
                }
            }
        }

        double[] mean() {
            double inverse = sum == 0 ? 0 : 1 / sum;
            return Arrays.stream(acc).map(number -> number * inverse).toArray();
        }
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

import exercise.FfnNeuronCompact;
import java.util.Arrays;

/// Products of squares without a root, a threshold among them, and one pass that copies
/// whoever is above it or has no budget left to go.
public class Solution implements FfnNeuronCompact {
    @Override
    public double[] forward(Ffn f, double[] x) {
        check(f);
        checkVector(x, f.w1()[0].length);
        double[] y = f.b2().clone();
        for (int j = f.b1().length - 1; j >= 0; j--) {
            double hidden = 0;
            for (int c = 0; c < x.length; c++) {
                hidden += x[c] * f.w1()[j][c];
            }
            double active = Math.max(0, hidden + f.b1()[j]);
            for (int i = 0; i < y.length; i++) {
                y[i] += active * f.w2()[i][j];
            }
        }
        return y;
    }

    @Override
    public Compacted compact(Ffn f, double ratio) {
        check(f);
        // more than 1 leaves nothing, which is refused anyway
        require(ratio >= 0, "ratio must not be negative");
        int neurons = f.b1().length;
        int k = (int) Math.rint(ratio * neurons);
        require(k < neurons, "no neuron would remain");
        double[] scores = squares(f);
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        int ties = k;
        for (double score : sorted) {
            ties -= score < sorted[k] ? 1 : 0;
        }
        var kept = new int[neurons - k];
        var w1 = new double[kept.length][];
        var b1 = new double[kept.length];
        var w2 = new double[f.w2().length][kept.length];
        int next = 0;
        for (int j = 0; j < neurons; j++) {
            if (scores[j] > sorted[k] || (scores[j] == sorted[k] && ties-- <= 0)) {
                kept[next] = j;
                w1[next] = f.w1()[j].clone();
                b1[next] = f.b1()[j];
                for (int i = 0; i < w2.length; i++) {
                    w2[i][next] = f.w2()[i][j];
                }
                next++;
            }
        }
        return new Compacted(new Ffn(w1, b1, w2, f.b2().clone()), kept);
    }

    private static double[] squares(Ffn f) {
        var columns = new double[f.b1().length];
        for (double[] row : f.w2()) {
            for (int j = 0; j < row.length; j++) {
                columns[j] += row[j] * row[j];
            }
        }
        var scores = new double[columns.length];
        Arrays.setAll(scores, j -> columns[j] * Arrays.stream(f.w1()[j]).map(cell -> cell * cell).sum());
        return scores;
    }

    private static void check(Ffn f) {
        require(f != null, "no network");
        columns(f.w1());
        require(columns(f.w2()) == f.w1().length, "one column of w2 for each row of w1");
        checkVector(f.b1(), f.w1().length);
        checkVector(f.b2(), f.w2().length);
    }

    private static int columns(double[][] matrix) {
        require(matrix != null && matrix.length > 0 && matrix[0] != null, "no rows");
        int columns = matrix[0].length;
        require(columns > 0, "no columns");
        for (double[] row : matrix) {
            checkVector(row, columns);
        }
        return columns;
    }

    private static void checkVector(double[] vector, int length) {
        require(vector != null && vector.length == length, "wrong length");
        for (double cell : vector) {
            require(Double.isFinite(cell), "numbers must be finite");
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}

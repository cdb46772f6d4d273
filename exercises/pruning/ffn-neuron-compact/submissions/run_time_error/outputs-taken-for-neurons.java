// Walks over as many columns as there are outputs: ArrayIndexOutOfBoundsException.
import exercise.FfnNeuronCompact;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

public class Solution implements FfnNeuronCompact {
    @Override
    public double[] forward(Ffn f, double[] x) {
        check(f);
        checkVector(x, f.w1()[0].length);
        double[] hidden = affine(f.w1(), x, f.b1());
        for (int j = 0; j < hidden.length; j++) {
            hidden[j] = Math.max(hidden[j], 0);
        }
        return affine(f.w2(), hidden, f.b2());
    }

    @Override
    public Compacted compact(Ffn f, double ratio) {
        check(f);
        // more than 1 leaves nothing, which is refused anyway
        require(ratio >= 0, "ratio must not be negative");
        double[] scores = scores(f);
        int neurons = scores.length;
        int k = (int) Math.rint(ratio * neurons);
        require(k < neurons, "no neuron would remain");
        Integer[] order = IntStream.range(0, neurons).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(j -> scores[j]));
        int[] kept = Arrays.stream(order, k, neurons).mapToInt(j -> j).sorted().toArray();
        double[][] w1 = Arrays.stream(kept).mapToObj(j -> f.w1()[j].clone()).toArray(double[][]::new);
        double[][] w2 = Arrays.stream(f.w2()).map(row -> pick(row, kept)).toArray(double[][]::new);
        return new Compacted(new Ffn(w1, pick(f.b1(), kept), w2, f.b2().clone()), kept);
    }

    private static double[] scores(Ffn f) {
        var scores = new double[f.w1().length];
        for (int j = 0; j < scores.length; j++) {
            double row = 0;
            for (double cell : f.w1()[j]) {
                row += cell * cell;
            }
            double column = 0;
            for (int i = 0; i < f.w2().length; i++) {
                column += f.w2()[i][j] * f.w2()[i][j];
            }
            scores[j] = Math.sqrt(row) * Math.sqrt(column);
        }
        return scores;
    }

    private static double[] pick(double[] vector, int[] kept) {
        return Arrays.stream(kept).mapToDouble(j -> vector[j]).toArray();
    }

    private static double[] affine(double[][] matrix, double[] x, double[] bias) {
        double[] y = bias.clone();
        for (int i = 0; i < y.length; i++) {
            for (int c = 0; c < y.length; c++) {
                y[i] += matrix[i][c] * x[c];
            }
        }
        return y;
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

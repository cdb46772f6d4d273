import exercise.FfnNeuronCompact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// Each neuron as an object that knows its row, its bias and its column; the k first of a
/// heap go.
public class Solution implements FfnNeuronCompact {
    private record Neuron(int index, double[] incoming, double bias, double[] outgoing) {
        static List<Neuron> of(Ffn f) {
            List<Neuron> neurons = new ArrayList<>();
            for (int j = 0; j < f.b1().length; j++) {
                var outgoing = new double[f.b2().length];
                for (int i = 0; i < outgoing.length; i++) {
                    outgoing[i] = f.w2()[i][j];
                }
                neurons.add(new Neuron(j, f.w1()[j].clone(), f.b1()[j], outgoing));
            }
            return neurons;
        }

        double score() {
            return Math.sqrt(dot(incoming, incoming)) * Math.sqrt(dot(outgoing, outgoing));
        }
    }

    private record Scored(double score, Neuron neuron) {
        int index() {
            return neuron.index;
        }
    }

    @Override
    public double[] forward(Ffn f, double[] x) {
        check(f);
        checkVector(x, f.w1()[0].length);
        double[] y = f.b2().clone();
        for (Neuron neuron : Neuron.of(f)) {
            double hidden = dot(neuron.incoming, x) + neuron.bias;
            double active = (hidden + Math.abs(hidden)) / 2;
            for (int i = 0; i < y.length; i++) {
                y[i] += active * neuron.outgoing[i];
            }
        }
        return y;
    }

    @Override
    public Compacted compact(Ffn f, double ratio) {
        check(f);
        // more than 1 leaves nothing, which is refused anyway
        require(ratio >= 0, "ratio must not be negative");
        List<Neuron> neurons = Neuron.of(f);
        int k = (int) Math.rint(ratio * neurons.size());
        require(k < neurons.size(), "no neuron would remain");
        var heap = new PriorityQueue<>(
                Comparator.comparingDouble(Scored::score).thenComparingInt(Scored::index));
        for (Neuron neuron : neurons) {
            heap.add(new Scored(neuron.score(), neuron));
        }
        while (heap.size() > neurons.size() - k) {
            heap.remove();
        }
        List<Neuron> left = heap.stream()
                .map(Scored::neuron)
                .sorted(Comparator.comparingInt(Neuron::index))
                .toList();
        var w2 = new double[f.b2().length][left.size()];
        for (int j = 0; j < left.size(); j++) {
            for (int i = 0; i < w2.length; i++) {
                w2[i][j] = left.get(j).outgoing[i];
            }
        }
        double[][] w1 = left.stream().map(Neuron::incoming).toArray(double[][]::new);
        double[] b1 = left.stream().mapToDouble(Neuron::bias).toArray();
        int[] kept = left.stream().mapToInt(Neuron::index).toArray();
        return new Compacted(new Ffn(w1, b1, w2, f.b2().clone()), kept);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int c = 0; c < a.length; c++) {
            sum += a[c] * b[c];
        }
        return sum;
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

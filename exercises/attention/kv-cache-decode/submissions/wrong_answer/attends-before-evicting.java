// Lets the token that leaves take part once more.
import exercise.KvCacheDecode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

public class Solution implements KvCacheDecode {
    private List<double[]> keys;
    private List<double[]> values;
    private int window;
    private int sinks;

    @Override
    public long init(int window, int sinks) {
        require(window >= 1, "window must be at least 1");
        require(sinks >= 0, "sinks must not be negative");
        this.window = window;
        this.sinks = sinks;
        keys = new ArrayList<>();
        values = new ArrayList<>();
        return (long) window + sinks;
    }

    @Override
    public double[] step(double[] q, double[] k, double[] v) {
        check(q, k, v);
        keys.add(k.clone());
        values.add(v.clone());
        double[] out = attend(q, v.length);
        if (keys.size() > (long) window + sinks) {
            keys.remove(sinks);
            values.remove(sinks);
        }
        return out;
    }

    @Override
    public int size() {
        require(keys != null, "init comes first");
        return keys.size();
    }

    private double[] attend(double[] q, int dv) {
        double[] scores = keys.stream().mapToDouble(key -> dot(q, key) / Math.sqrt(q.length)).toArray();
        double max = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            max = Math.max(max, score);
        }
        var out = new double[dv];
        double sum = 0;
        for (int t = 0; t < scores.length; t++) {
            double weight = Math.exp(scores[t] - max);
            sum += weight;
            for (int c = 0; c < dv; c++) {
                out[c] += weight * values.get(t)[c];
            }
        }
        for (int c = 0; c < dv; c++) {
            out[c] /= sum;
        }
        return out;
    }

    private static double dot(double[] query, double[] key) {
        return IntStream.range(0, key.length).mapToDouble(c -> query[c] * key[c]).sum();
    }

    private void check(double[] q, double[] k, double[] v) {
        require(keys != null, "init comes first");
        checkFinite(q);
        checkFinite(k);
        checkFinite(v);
        require(q.length == k.length, "q and k differ in length");
        if (!keys.isEmpty()) {
            require(k.length == keys.getFirst().length, "d has changed");
            require(v.length == values.getFirst().length, "dv has changed");
        }
    }

    private static void checkFinite(double[] vector) {
        require(vector != null && vector.length > 0, "no numbers");
        for (double number : vector) {
            require(Double.isFinite(number), "numbers must be finite");
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}

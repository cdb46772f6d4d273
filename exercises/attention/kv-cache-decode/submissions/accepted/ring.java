import exercise.KvCacheDecode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// One list of tokens in which the newest takes the place of the one that leaves. The softmax is
/// computed in one pass, with a maximum that grows on the way; the order of tokens does not matter.
public class Solution implements KvCacheDecode {
    private record Token(double[] key, double[] value) {}

    private List<Token> ring;
    private int window;
    private int sinks;
    private int seen;

    @Override
    public long init(int window, int sinks) {
        require(window >= 1, "window must be at least 1");
        require(sinks >= 0, "sinks must not be negative");
        this.window = window;
        this.sinks = sinks;
        seen = 0;
        ring = new ArrayList<>();
        return (long) window + sinks;
    }

    @Override
    public double[] step(double[] q, double[] k, double[] v) {
        check(q, k, v);
        var token = new Token(k.clone(), v.clone());
        int place = seen < sinks ? seen : sinks + (seen - sinks) % window;
        if (place == ring.size()) {
            ring.add(token);
        } else {
            ring.set(place, token);
        }
        seen++;
        return attend(q, v.length);
    }

    @Override
    public int size() {
        require(ring != null, "init comes first");
        return ring.size();
    }

    private double[] attend(double[] q, int dv) {
        double max = Double.NEGATIVE_INFINITY;
        double sum = 0;
        var out = new double[dv];
        for (Token token : ring) {
            double product = IntStream.range(0, q.length).mapToDouble(c -> q[c] * token.key[c]).sum();
            double score = product / Math.sqrt(q.length);
            double old = Math.exp(max - Math.max(max, score));
            double added = Math.exp(score - Math.max(max, score));
            max = Math.max(max, score);
            sum = sum * old + added;
            // The mean of the tokens so far moves towards the value of this one.
            for (int c = 0; c < dv; c++) {
                out[c] += (token.value[c] - out[c]) * added / sum;
            }
        }
        return out;
    }

    private void check(double[] q, double[] k, double[] v) {
        require(ring != null, "init comes first");
        checkFinite(q);
        checkFinite(k);
        checkFinite(v);
        require(q.length == k.length, "q and k differ in length");
        if (!ring.isEmpty()) {
            require(k.length == ring.getFirst().key.length, "d has changed");
            require(v.length == ring.getFirst().value.length, "dv has changed");
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

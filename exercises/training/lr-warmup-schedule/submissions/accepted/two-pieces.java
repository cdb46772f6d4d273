import exercise.LrWarmupSchedule;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// Warm-up and decay as two pieces, one after the other; every decay is a function of the
/// share that is left.
public class Solution implements LrWarmupSchedule {
    private static final Map<String, DoubleUnaryOperator> DECAYS = Map.of(
            "linear", left -> left,
            "cosine", left -> Math.pow(Math.sin(Math.PI / 2 * left), 2),
            "constant", left -> 1);

    @Override
    public int warmupSteps(int total, double ratio) {
        if (total < 1 || !(ratio >= 0 && ratio <= 1)) {
            throw new IllegalArgumentException("no share of the steps");
        }
        double exact = ratio * total;
        int whole = (int) exact;
        return exact - whole > 1e-9 ? whole + 1 : whole;
    }

    @Override
    public double[] schedule(double base, int total, int warmup, String kind) {
        if (!(base > 0 && Double.isFinite(base)) || total < 1 || warmup < 0 || warmup > total) {
            throw new IllegalArgumentException("a number is out of its range");
        }
        if (kind == null || !DECAYS.containsKey(kind)) {
            throw new IllegalArgumentException("unknown kind of decay");
        }
        double all = total - warmup;
        var rise = IntStream.range(0, warmup).mapToDouble(t -> base / warmup * t);
        var fall = IntStream.range(warmup, total)
                .mapToDouble(t -> base * DECAYS.get(kind).applyAsDouble((total - t) / all));
        return DoubleStream.concat(rise, fall).toArray();
    }
}

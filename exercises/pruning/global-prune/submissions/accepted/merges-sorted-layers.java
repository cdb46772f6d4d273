// Sorts each layer by itself and merges them with a heap.
import exercise.GlobalPrune;
import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

public class Solution implements GlobalPrune {
    @Override
    public Result prune(double[][] layers, double ratio, double cap) {
        if (layers == null || layers.length == 0 || !(0 <= ratio && ratio <= 1) || !(0 < cap && cap <= 1)) {
            throw new IllegalArgumentException("no layers, or ratio or cap out of range");
        }
        var queues = IntStream.range(0, layers.length).mapToObj(l -> new Layer(l, layers[l], cap)).toList();
        // The layer whose next weight is the smallest comes first, of equal ones the lower.
        var next = new PriorityQueue<Layer>(Comparator.comparingDouble(Layer::magnitude)
                .thenComparing(Layer::number));
        queues.stream().filter(Layer::open).forEach(next::add);
        double weights = Arrays.stream(layers).mapToInt(layer -> layer.length).sum();
        for (double left = Math.rint(ratio * weights); left > 0; left--) {
            if (next.isEmpty()) {
                throw new IllegalArgumentException("the caps do not allow so many");
            }
            Layer layer = next.remove();
            layer.pruned++;
            if (layer.open()) {
                next.add(layer);
            }
        }
        return new Result(queues.stream().map(Layer::mask).toArray(int[][]::new),
                queues.stream().mapToDouble(layer -> (double) layer.pruned / layer.weights.length).toArray());
    }
}

class Layer {
    final int number;
    final double[] weights;
    final int limit;
    final Integer[] order;
    int pruned;

    Layer(int number, double[] weights, double cap) {
        if (weights == null || weights.length == 0 || !Arrays.stream(weights).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("a layer must have finite weights");
        }
        this.number = number;
        this.weights = weights;
        limit = (int) (cap * weights.length + 1e-9);
        order = IntStream.range(0, weights.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> Math.abs(weights[i])));
    }

    int number() {
        return number;
    }

    boolean open() {
        return pruned < limit;
    }

    double magnitude() {
        return Math.abs(weights[order[pruned]]);
    }

    int[] mask() {
        var mask = new int[weights.length];
        Arrays.stream(order).skip(pruned).forEach(i -> mask[i] = 1);
        return mask;
    }
}

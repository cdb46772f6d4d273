import exercise.SeqKdMasked;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// KL as the expected difference of the logits plus the difference of the logarithms of the
/// partition functions, averaged over a stream of the valid positions.
public class Solution implements SeqKdMasked {
    @Override
    public double loss(double[][][] student, double[][][] teacher, int[][] mask, double T, String direction) {
        check(student, teacher, mask, T);
        int length = mask[0].length;
        int[] valid = IntStream.range(0, mask.length * length)
                .filter(i -> mask[i / length][i % length] == 1)
                .toArray();
        require(valid.length > 0, "no valid token");
        return switch (direction) {
            case "forward" -> T * T * mean(teacher, student, valid, T);
            case "reverse" -> T * T * mean(student, teacher, valid, T);
            case null, default -> throw new IllegalArgumentException("no such direction");
        };
    }

    private static double mean(double[][][] from, double[][][] to, int[] valid, double T) {
        int length = from[0].length;
        return Arrays.stream(valid)
                .mapToDouble(i -> divergence(from[i / length][i % length], to[i / length][i % length], T))
                .average()
                .getAsDouble();
    }

    private static double divergence(double[] from, double[] to, double T) {
        double highest = Arrays.stream(from).max().getAsDouble();
        double mass = 0;
        double expected = 0;
        for (int v = 0; v < from.length; v++) {
            double weight = Math.exp((from[v] - highest) / T);
            mass += weight;
            expected += weight * (from[v] - to[v]) / T;
        }
        return expected / mass + logPartition(to, T) - logPartition(from, T);
    }

    private static double logPartition(double[] logits, double T) {
        double highest = Arrays.stream(logits).max().getAsDouble();
        double mass = Arrays.stream(logits).map(logit -> Math.exp((logit - highest) / T)).sum();
        return highest / T + Math.log(mass);
    }

    private static void check(double[][][] student, double[][][] teacher, int[][] mask, double T) {
        List<Integer> shape = shape(student);
        require(shape.equals(shape(teacher)), "shapes differ");
        require(mask != null && mask.length == shape.get(0), "one mask for each sequence");
        for (int[] row : mask) {
            require(row != null && row.length == shape.get(1), "one mask entry for each token");
            for (int entry : row) {
                require(entry == 0 || entry == 1, "the mask holds 0 and 1");
            }
        }
        require(T > 0 && T < Double.POSITIVE_INFINITY, "T must be positive and finite");
    }

    private static List<Integer> shape(double[][][] batch) {
        require(batch != null && batch.length > 0 && batch[0] != null, "no sequences");
        int length = batch[0].length;
        require(length > 0 && batch[0][0] != null, "no tokens");
        int words = batch[0][0].length;
        require(words > 0, "no vocabulary");
        for (double[][] sequence : batch) {
            require(sequence != null && sequence.length == length, "sequences differ in shape");
            for (double[] token : sequence) {
                require(token != null && token.length == words, "tokens differ in shape");
                for (double logit : token) {
                    require(Double.isFinite(logit), "logits must be finite");
                }
            }
        }
        return List.of(batch.length, length, words);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}

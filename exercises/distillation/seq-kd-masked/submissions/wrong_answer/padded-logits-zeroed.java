// Replaces padded logits by zeros, which is harmless, and counts them, which is not.
import exercise.SeqKdMasked;
import java.util.Arrays;

public class Solution implements SeqKdMasked {
    @Override
    public double loss(double[][][] student, double[][][] teacher, int[][] mask, double T, String direction) {
        check(student, teacher, mask, T);
        require("forward".equals(direction) || "reverse".equals(direction), "no such direction");
        double[][][] from = "forward".equals(direction) ? teacher : student;
        double[][][] to = "forward".equals(direction) ? student : teacher;
        double sum = 0;
        int tokens = 0;
        for (int b = 0; b < mask.length; b++) {
            for (int i = 0; i < mask[b].length; i++) {
                if (mask[b][i] == 1) {
                    sum += divergence(from[b][i], to[b][i], T);
                }
                tokens++;
            }
        }
        require(Arrays.stream(mask).flatMapToInt(Arrays::stream).sum() > 0, "no valid token");
        return T * T * sum / tokens;
    }

    private static double divergence(double[] from, double[] to, double T) {
        double[] p = logSoftmax(from, T);
        double[] q = logSoftmax(to, T);
        double sum = 0;
        for (int v = 0; v < p.length; v++) {
            sum += Math.exp(p[v]) * (p[v] - q[v]);
        }
        return sum;
    }

    private static double[] logSoftmax(double[] logits, double T) {
        double max = Double.NEGATIVE_INFINITY;
        for (double logit : logits) {
            max = Math.max(max, logit / T);
        }
        double mass = 0;
        for (double logit : logits) {
            mass += Math.exp(logit / T - max);
        }
        var result = new double[logits.length];
        for (int v = 0; v < result.length; v++) {
            result[v] = logits[v] / T - max - Math.log(mass);
        }
        return result;
    }

    private static void check(double[][][] student, double[][][] teacher, int[][] mask, double T) {
        int[] shape = shape(student);
        require(Arrays.equals(shape, shape(teacher)), "shapes differ");
        require(mask != null && mask.length == shape[0], "one mask for each sequence");
        for (int[] row : mask) {
            require(row != null && row.length == shape[1], "one mask entry for each token");
            for (int entry : row) {
                require(entry == 0 || entry == 1, "the mask holds 0 and 1");
            }
        }
        require(T > 0 && T < Double.POSITIVE_INFINITY, "T must be positive and finite");
    }

    private static int[] shape(double[][][] batch) {
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
        return new int[]{batch.length, length, words};
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}

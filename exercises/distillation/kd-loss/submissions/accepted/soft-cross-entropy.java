import exercise.KdLoss;
import java.util.stream.IntStream;

/// KL as the cross-entropy H(p, q) minus the entropy H(p), with streams.
public class Solution implements KdLoss {
    @Override
    public Parts loss(double[][] student, double[][] teacher, int[] labels, double T, double alpha, double beta) {
        check(student, teacher, labels, T, alpha, beta);
        int rows = student.length;
        double ce = IntStream.range(0, rows)
                .mapToDouble(i -> surprise(student[i], labels[i]))
                .average()
                .getAsDouble();
        double kl = IntStream.range(0, rows)
                .mapToDouble(i -> crossEntropy(teacher[i], student[i], T) - crossEntropy(teacher[i], teacher[i], T))
                .average()
                .getAsDouble();
        return new Parts(alpha * ce + beta * Math.pow(T, 2) * kl, ce, kl);
    }

    private static double crossEntropy(double[] from, double[] to, double T) {
        double fromLog = logSumExp(from, T);
        double toLog = logSumExp(to, T);
        return IntStream.range(0, from.length)
                .mapToDouble(c -> Math.exp(from[c] / T - fromLog) * (toLog - to[c] / T))
                .sum();
    }

    private static double surprise(double[] logits, int label) {
        return logSumExp(logits, 1) - logits[label];
    }

    private static double logSumExp(double[] logits, double T) {
        double max = IntStream.range(0, logits.length).mapToDouble(c -> logits[c] / T).max().getAsDouble();
        return max + Math.log(IntStream.range(0, logits.length)
                .mapToDouble(c -> Math.exp(logits[c] / T - max))
                .sum());
    }

    private static void check(
            double[][] student, double[][] teacher, int[] labels, double T, double alpha, double beta) {
        int classes = classes(student);
        require(classes == classes(teacher) && student.length == teacher.length, "shapes differ");
        require(labels != null && labels.length == student.length, "one label for each row");
        // Without classes no label is in range.
        for (int label : labels) {
            require(label >= 0 && label < classes, "label out of range");
        }
        require(T > 0 && T < Double.POSITIVE_INFINITY, "T must be positive and finite");
        require(alpha >= 0 && alpha < Double.POSITIVE_INFINITY, "alpha must be finite and not negative");
        require(beta >= 0 && beta < Double.POSITIVE_INFINITY, "beta must be finite and not negative");
    }

    private static int classes(double[][] logits) {
        require(logits != null && logits.length > 0 && logits[0] != null, "no rows");
        int classes = logits[0].length;
        for (double[] row : logits) {
            require(row != null && row.length == classes, "ragged matrix");
            for (double logit : row) {
                require(Double.isFinite(logit), "logits must be finite");
            }
        }
        return classes;
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}

// Sums the partition functions anew for every class: O(B·K²) exponentials.
import exercise.KdLoss;

public class Solution implements KdLoss {
    @Override
    public Parts loss(double[][] student, double[][] teacher, int[] labels, double T, double alpha, double beta) {
        check(student, teacher, labels, T, alpha, beta);
        double ce = 0;
        double kl = 0;
        for (int i = 0; i < student.length; i++) {
            for (int c = 0; c < student[i].length; c++) {
                ce -= (c == labels[i] ? 1 : 0) * logProbability(student[i], c, 1);
                kl += Math.exp(logProbability(teacher[i], c, T)) * logProbability(teacher[i], c, T);
                kl -= Math.exp(logProbability(teacher[i], c, T)) * logProbability(student[i], c, T);
            }
        }
        ce /= student.length;
        kl /= student.length;
        return new Parts(alpha * ce + beta * T * T * kl, ce, kl);
    }

    private static double logProbability(double[] logits, int c, double T) {
        double max = Double.NEGATIVE_INFINITY;
        for (double logit : logits) {
            max = Math.max(max, logit / T);
        }
        double sum = 0;
        for (double logit : logits) {
            sum += Math.exp(logit / T - max);
        }
        return logits[c] / T - max - Math.log(sum);
    }

    private static void check(
            double[][] student, double[][] teacher, int[] labels, double T, double alpha, double beta) {
        int classes = classes(student);
        require(classes == classes(teacher) && student.length == teacher.length, "shapes differ");
        require(labels != null && labels.length == student.length, "one label for each row");
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
        require(classes > 0, "no classes");
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

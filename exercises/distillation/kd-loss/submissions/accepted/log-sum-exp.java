import exercise.KdLoss;

/// Two passes over a row: the largest logit, then the sum of shifted exponentials.
public class Solution implements KdLoss {
    @Override
    public Parts loss(double[][] student, double[][] teacher, int[] labels, double T, double alpha, double beta) {
        check(student, teacher, labels, T, alpha, beta);
        double ce = 0;
        double kl = 0;
        for (int i = 0; i < student.length; i++) {
            ce -= logSoftmax(student[i], 1)[labels[i]];
            double[] q = logSoftmax(student[i], T);
            double[] p = logSoftmax(teacher[i], T);
            for (int c = 0; c < p.length; c++) {
                kl += Math.exp(p[c]) * (p[c] - q[c]);
            }
        }
        ce /= student.length;
        kl /= student.length;
        return new Parts(alpha * ce + beta * T * T * kl, ce, kl);
    }

    private static double[] logSoftmax(double[] logits, double T) {
        double max = Double.NEGATIVE_INFINITY;
        for (double logit : logits) {
            max = Math.max(max, logit / T);
        }
        double sum = 0;
        for (double logit : logits) {
            sum += Math.exp(logit / T - max);
        }
        double log = Math.log(sum);
        var result = new double[logits.length];
        for (int c = 0; c < result.length; c++) {
            result[c] = logits[c] / T - max - log;
        }
        return result;
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

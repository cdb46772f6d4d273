import exercise.KdLoss;
import java.util.Arrays;

/// Logits shifted by the row's maximum, probabilities by division, logarithms of ratios,
/// and every sum with Kahan's compensation.
public class Solution implements KdLoss {
    private static final class Kahan {
        private double sum;
        private double lost;

        void add(double term) {
            double y = term - lost;
            double t = sum + y;
            lost = (t - sum) - y;
            sum = t;
        }
    }

    @Override
    public Parts loss(double[][] student, double[][] teacher, int[] labels, double T, double alpha, double beta) {
        check(student, teacher, labels, T, alpha, beta);
        var ce = new Kahan();
        var kl = new Kahan();
        for (int i = 0; i < student.length; i++) {
            double[] hard = shifted(student[i], 1);
            ce.add(Math.log(mass(hard)) - hard[labels[i]]);
            double[] s = shifted(student[i], T);
            double[] t = shifted(teacher[i], T);
            double massOfTeacher = mass(t);
            double ratio = Math.log(mass(s) / massOfTeacher);
            for (int c = t.length - 1; c >= 0; c--) {
                kl.add(Math.exp(t[c]) / massOfTeacher * (t[c] - s[c] + ratio));
            }
        }
        double hardMean = ce.sum / student.length;
        double softMean = kl.sum / student.length;
        return new Parts(alpha * hardMean + beta * (T * (T * softMean)), hardMean, softMean);
    }

    private static double[] shifted(double[] logits, double T) {
        double max = Arrays.stream(logits).max().getAsDouble();
        var result = new double[logits.length];
        for (int c = 0; c < result.length; c++) {
            result[c] = (logits[c] - max) / T;
        }
        return result;
    }

    private static double mass(double[] shifted) {
        var sum = new Kahan();
        for (double logit : shifted) {
            sum.add(Math.exp(logit));
        }
        return sum.sum;
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

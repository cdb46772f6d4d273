import exercise.KdLoss;

/// One pass over a row and no buffer: running maxima, sums that are rescaled whenever a
/// maximum grows, and the teacher's expectation of the difference of the logits.
public class Solution implements KdLoss {
    private static final class Sum {
        double max = Double.NEGATIVE_INFINITY;
        double mass;
        double weighted;

        void add(double logit, double value) {
            if (logit > max) {
                double scale = Math.exp(max - logit);
                mass *= scale;
                weighted *= scale;
                max = logit;
            }
            double term = Math.exp(logit - max);
            mass += term;
            weighted += term * value;
        }

        double mean() {
            return weighted / mass;
        }
    }

    @Override
    public Parts loss(double[][] student, double[][] teacher, int[] labels, double T, double alpha, double beta) {
        check(student, teacher, labels, T, alpha, beta);
        double ce = 0;
        double kl = 0;
        for (int i = 0; i < student.length; i++) {
            var hard = new Sum();
            var q = new Sum();
            var p = new Sum();
            for (int c = 0; c < student[i].length; c++) {
                double s = student[i][c] / T;
                double t = teacher[i][c] / T;
                hard.add(student[i][c], 0);
                q.add(s, 0);
                p.add(t, t - s);
            }
            ce += hard.max - student[i][labels[i]] + Math.log(hard.mass);
            // KL = E_p[t - s] + ln Z_q - ln Z_p
            kl += p.mean() + (q.max - p.max) + Math.log(q.mass / p.mass);
        }
        ce /= student.length;
        kl /= student.length;
        return new Parts(alpha * ce + beta * T * T * kl, ce, kl);
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

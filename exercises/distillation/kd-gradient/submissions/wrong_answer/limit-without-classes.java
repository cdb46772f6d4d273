// The limit lacks 1/K: probabilities near 1/K are forgotten.
import exercise.KdGradient;

public class Solution implements KdGradient {
    @Override
    public double[][] grad(
            double[][] student, double[][] teacher, int[] labels, double T, double alpha, double beta) {
        check(student, teacher, labels, T, alpha, beta);
        int rows = student.length;
        var gradient = new double[rows][];
        for (int i = 0; i < rows; i++) {
            double[] hard = softmax(student[i], 1);
            hard[labels[i]] -= 1;
            double[] q = softmax(student[i], T);
            double[] p = softmax(teacher[i], T);
            gradient[i] = new double[q.length];
            for (int c = 0; c < q.length; c++) {
                gradient[i][c] = (alpha * hard[c] + beta * T * (q[c] - p[c])) / rows;
            }
        }
        return gradient;
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
                limit[i][c] = (limit[i][c] - mean) / student.length;
            }
        }
        return limit;
    }

    private static double[] softmax(double[] logits, double T) {
        double max = logits[0];
        for (double logit : logits) {
            max = Math.max(max, logit);
        }
        var result = new double[logits.length];
        double sum = 0;
        for (int c = 0; c < result.length; c++) {
            result[c] = Math.exp((logits[c] - max) / T);
            sum += result[c];
        }
        for (int c = 0; c < result.length; c++) {
            result[c] /= sum;
        }
        return result;
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

import exercise.KdGradient;

/// Reverse mode by hand: derivatives with respect to the logarithms of the probabilities
/// first, then back through the log-softmax of each term.
public class Solution implements KdGradient {
    @Override
    public double[][] grad(
            double[][] student, double[][] teacher, int[] labels, double T, double alpha, double beta) {
        check(student, teacher, labels, T, alpha, beta);
        var gradient = new double[student.length][student[0].length];
        for (int i = 0; i < student.length; i++) {
            // ce = -ln softmax(s)_y, averaged
            var hard = new double[student[i].length];
            hard[labels[i]] = -alpha / student.length;
            throughLogSoftmax(hard, student[i], 1, gradient[i]);
            // kl = Σ p (ln p - ln q), averaged; only ln q depends on the student
            double[] soft = logSoftmax(teacher[i], T);
            for (int c = 0; c < soft.length; c++) {
                soft[c] = -beta * T * T * Math.exp(soft[c]) / student.length;
            }
            throughLogSoftmax(soft, student[i], T, gradient[i]);
        }
        return gradient;
    }

    /// Adds what a gradient with respect to `ln softmax(z / T)` means for z.
    private static void throughLogSoftmax(double[] upstream, double[] logits, double T, double[] gradient) {
        double total = 0;
        for (double each : upstream) {
            total += each;
        }
        double[] log = logSoftmax(logits, T);
        for (int c = 0; c < log.length; c++) {
            gradient[c] += (upstream[c] - Math.exp(log[c]) * total) / T;
        }
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

    @Override
    public double[][] highTempLimit(double[][] student, double[][] teacher) {
        int classes = classes(student, teacher);
        var limit = new double[student.length][];
        for (int i = 0; i < limit.length; i++) {
            limit[i] = centred(student[i]);
            double[] target = centred(teacher[i]);
            for (int c = 0; c < classes; c++) {
                limit[i][c] = (limit[i][c] - target[c]) / ((double) student.length * classes);
            }
        }
        return limit;
    }

    private static double[] centred(double[] logits) {
        double sum = 0;
        for (double logit : logits) {
            sum += logit;
        }
        double[] result = logits.clone();
        for (int c = 0; c < result.length; c++) {
            result[c] -= sum / result.length;
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

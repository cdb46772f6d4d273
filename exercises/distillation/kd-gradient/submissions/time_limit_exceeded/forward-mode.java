// Dual numbers: the derivative of the row's loss by one logit at a time, O(B·K²) exponentials.
import exercise.KdGradient;

public class Solution implements KdGradient {
    @Override
    public double[][] grad(
            double[][] student, double[][] teacher, int[] labels, double T, double alpha, double beta) {
        check(student, teacher, labels, T, alpha, beta);
        var gradient = new double[student.length][student[0].length];
        for (int i = 0; i < student.length; i++) {
            double[] p = softmax(teacher[i], T);
            for (int j = 0; j < gradient[i].length; j++) {
                Dual likelihood = logit(student[i], labels[i], j, 1).minus(logSumExp(student[i], j, 1));
                Dual total = likelihood.times(-alpha);
                Dual partition = logSumExp(student[i], j, T);
                for (int c = 0; c < p.length; c++) {
                    // ln p is constant and has no slope
                    Dual surprise = partition.minus(logit(student[i], c, j, T));
                    total = total.plus(surprise.times(beta * T * T * p[c]));
                }
                gradient[i][j] = total.slope / student.length;
            }
        }
        return gradient;
    }

    private record Dual(double value, double slope) {
        Dual plus(Dual other) {
            return new Dual(value + other.value, slope + other.slope);
        }

        Dual minus(Dual other) {
            return new Dual(value - other.value, slope - other.slope);
        }

        Dual times(double factor) {
            return new Dual(value * factor, slope * factor);
        }

        Dual exp() {
            return new Dual(Math.exp(value), Math.exp(value) * slope);
        }

        Dual log() {
            return new Dual(Math.log(value), slope / value);
        }
    }

    private static Dual logit(double[] logits, int c, int variable, double T) {
        return new Dual(logits[c] / T, c == variable ? 1 / T : 0);
    }

    private static Dual logSumExp(double[] logits, int variable, double T) {
        double max = Double.NEGATIVE_INFINITY;
        for (double logit : logits) {
            max = Math.max(max, logit / T);
        }
        var shift = new Dual(max, 0);
        var sum = new Dual(0, 0);
        for (int c = 0; c < logits.length; c++) {
            sum = sum.plus(logit(logits, c, variable, T).minus(shift).exp());
        }
        return sum.log().plus(shift);
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

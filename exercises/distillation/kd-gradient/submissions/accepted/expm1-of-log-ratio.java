import exercise.KdGradient;
import java.util.Arrays;
import java.util.stream.IntStream;

/// The difference of two probabilities as p · expm1(ln q - ln p), with streams.
public class Solution implements KdGradient {
    @Override
    public double[][] grad(
            double[][] student, double[][] teacher, int[] labels, double T, double alpha, double beta) {
        check(student, teacher, labels, T, alpha, beta);
        return IntStream.range(0, student.length)
                .mapToObj(i -> row(student[i], teacher[i], labels[i], T, alpha / student.length,
                        beta / student.length))
                .toArray(double[][]::new);
    }

    private static double[] row(
            double[] student, double[] teacher, int label, double T, double alpha, double beta) {
        double ofOne = logSumExp(student, 1);
        double ofStudent = logSumExp(student, T);
        double ofTeacher = logSumExp(teacher, T);
        return IntStream.range(0, student.length)
                .mapToDouble(c -> {
                    double p = Math.exp(teacher[c] / T - ofTeacher);
                    // ln q - ln p, from the logits' difference: near 0 where T is high
                    double gap = (student[c] - teacher[c]) / T - (ofStudent - ofTeacher);
                    double q = Math.exp(student[c] / T - ofStudent);
                    double soft = gap > 1 ? q - p : p * Math.expm1(gap);
                    double hard = Math.exp(student[c] - ofOne) - (c == label ? 1 : 0);
                    return alpha * hard + beta * T * soft;
                })
                .toArray();
    }

    private static double logSumExp(double[] logits, double T) {
        double max = Arrays.stream(logits).max().getAsDouble() / T;
        return max + Math.log(Arrays.stream(logits).map(logit -> Math.exp(logit / T - max)).sum());
    }

    @Override
    public double[][] highTempLimit(double[][] student, double[][] teacher) {
        int classes = classes(student, teacher);
        return IntStream.range(0, student.length)
                .mapToObj(i -> {
                    double[] gap = IntStream.range(0, classes)
                            .mapToDouble(c -> student[i][c] - teacher[i][c])
                            .toArray();
                    double mean = Arrays.stream(gap).average().getAsDouble();
                    return Arrays.stream(gap).map(each -> (each - mean) / classes / student.length).toArray();
                })
                .toArray(double[][]::new);
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

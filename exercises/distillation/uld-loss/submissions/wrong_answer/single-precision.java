// Probabilities as float.
import exercise.UldLoss;
import java.util.Arrays;

public class Solution implements UldLoss {
    @Override
    public double loss(double[][] student, double[][] teacher) {
        check(student);
        check(teacher);
        require(student.length == teacher.length, "numbers of positions differ");
        int places = Math.max(student[0].length, teacher[0].length);
        double sum = 0;
        for (int i = 0; i < student.length; i++) {
            double[] a = falling(softmax(student[i]), places);
            double[] b = falling(softmax(teacher[i]), places);
            for (int v = 0; v < places; v++) {
                sum += Math.abs(a[v] - b[v]);
            }
        }
        return sum / student.length;
    }

    private static double[] falling(double[] p, int places) {
        Arrays.sort(p);
        var result = new double[places];
        for (int v = 0; v < p.length; v++) {
            result[v] = p[p.length - 1 - v];
        }
        return result;
    }

    private static double[] softmax(double[] logits) {
        double max = Arrays.stream(logits).max().getAsDouble();
        double[] p = Arrays.stream(logits).map(logit -> Math.exp(logit - max)).toArray();
        double mass = Arrays.stream(p).sum();
        return Arrays.stream(p).map(power -> (float) (power / mass)).toArray();
    }

    private static void check(double[][] logits) {
        require(logits != null && logits.length > 0 && logits[0] != null, "no positions");
        int words = logits[0].length;
        require(words > 0, "no vocabulary");
        for (double[] row : logits) {
            require(row != null && row.length == words, "ragged matrix");
            for (double logit : row) {
                require(Double.isFinite(logit), "logits must be finite");
            }
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}

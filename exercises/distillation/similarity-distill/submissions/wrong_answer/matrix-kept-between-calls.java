// A buffer of the right size is used again without being cleared.
import exercise.SimilarityDistill;

public class Solution implements SimilarityDistill {
    private double[][] g = new double[0][0];

    @Override
    public double[][] similarity(double[][] q) {
        check(q);
        int b = q.length;
        if (g.length != b) {
            g = new double[b][b];
        }
        for (int i = 0; i < b; i++) {
            for (int j = 0; j < b; j++) {
                for (int c = 0; c < q[i].length; c++) {
                    g[i][j] += q[i][c] * q[j][c];
                }
            }
        }
        for (double[] row : g) {
            normalise(row);
        }
        return g;
    }

    @Override
    public double loss(double[][] student, double[][] teacher) {
        double[][] s = similarity(student);
        double[][] t = similarity(teacher);
        require(s.length == t.length, "numbers of samples differ");
        double sum = 0;
        for (int i = 0; i < s.length; i++) {
            for (int j = 0; j < s.length; j++) {
                double difference = t[i][j] - s[i][j];
                sum += difference * difference;
            }
        }
        return sum / s.length / s.length;
    }

    private static void normalise(double[] row) {
        double square = 0;
        for (double entry : row) {
            square += entry * entry;
        }
        double norm = square == 0 ? 1 : Math.sqrt(square);
        for (int j = 0; j < row.length; j++) {
            row[j] /= norm;
        }
    }

    private static void check(double[][] features) {
        require(features != null && features.length > 0 && features[0] != null, "no samples");
        int width = features[0].length;
        require(width > 0, "no features");
        for (double[] sample : features) {
            require(sample != null && sample.length == width, "ragged matrix");
            for (double feature : sample) {
                require(Double.isFinite(feature), "features must be finite");
            }
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}

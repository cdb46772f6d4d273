import exercise.SimilarityDistill;

/// The norm of row i without the row: ‖Q·q_i‖² = q_iᵀ(QᵀQ)q_i. With rows of norm 1 the
/// difference of two rows has the square 2 - 2·cos.
public class Solution implements SimilarityDistill {
    @Override
    public double[][] similarity(double[][] q) {
        check(q);
        double[][] covariance = covariance(q);
        var result = new double[q.length][q.length];
        for (int i = 0; i < q.length; i++) {
            double square = 0;
            for (int c = 0; c < covariance.length; c++) {
                square += q[i][c] * dot(covariance[c], q[i]);
            }
            if (square > 0) {
                for (int j = 0; j < q.length; j++) {
                    result[i][j] = dot(q[i], q[j]) / Math.sqrt(square);
                }
            }
        }
        return result;
    }

    @Override
    public double loss(double[][] student, double[][] teacher) {
        double[][] s = similarity(student);
        double[][] t = similarity(teacher);
        require(s.length == t.length, "numbers of samples differ");
        double sum = 0;
        for (int i = 0; i < s.length; i++) {
            sum += dot(s[i], s[i]) + dot(t[i], t[i]) - 2 * dot(s[i], t[i]);
        }
        return sum / ((double) s.length * s.length);
    }

    private static double[][] covariance(double[][] q) {
        int width = q[0].length;
        var covariance = new double[width][width];
        for (double[] sample : q) {
            for (int c = 0; c < width; c++) {
                for (int e = 0; e < width; e++) {
                    covariance[c][e] += sample[c] * sample[e];
                }
            }
        }
        return covariance;
    }

    private static double dot(double[] left, double[] right) {
        double sum = 0;
        for (int c = 0; c < left.length; c++) {
            sum += left[c] * right[c];
        }
        return sum;
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

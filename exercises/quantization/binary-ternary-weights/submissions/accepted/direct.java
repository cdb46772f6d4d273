import exercise.BinaryTernaryWeights;

/// The definitions, and dot products word by word.
public class Solution implements BinaryTernaryWeights {
    @Override
    public Binary binary(double[][] w) {
        checkMatrix(w);
        var alpha = new double[w.length];
        var sign = new int[w.length][w[0].length];
        for (int i = 0; i < w.length; i++) {
            for (int j = 0; j < w[i].length; j++) {
                alpha[i] += Math.abs(w[i][j]) / w[i].length;
                sign[i][j] = w[i][j] >= 0 ? 1 : -1;
            }
        }
        return new Binary(alpha, sign);
    }

    @Override
    public Ternary ternary(double[][] w) {
        checkMatrix(w);
        double sum = 0;
        for (double[] row : w) {
            for (double weight : row) {
                sum += Math.abs(weight);
            }
        }
        double gamma = sum / (w.length * w[0].length);
        var q = new int[w.length][w[0].length];
        if (gamma == 0) {
            return new Ternary(0, q);
        }
        for (int i = 0; i < w.length; i++) {
            for (int j = 0; j < w[i].length; j++) {
                q[i][j] = (int) Math.clamp(Math.rint(w[i][j] / gamma), -1, 1);
            }
        }
        return new Ternary(gamma, q);
    }

    @Override
    public int[] packSigns(double[] w) {
        checkVector(w);
        var words = new int[(w.length - 1) / 32 + 1];
        for (int i = 0; i < w.length; i++) {
            if (w[i] >= 0) {
                words[i / 32] |= 1 << (i % 32);
            }
        }
        return words;
    }

    @Override
    public int xnorDot(int[] a, int[] b, int n) {
        checkWords(a, b, n);
        int different = 0;
        for (int i = 0; i < n / 32; i++) {
            different += Integer.bitCount(a[i] ^ b[i]);
        }
        if (n % 32 != 0) {
            int mask = (1 << (n % 32)) - 1;
            different += Integer.bitCount((a[n / 32] ^ b[n / 32]) & mask);
        }
        return n - 2 * different;
    }

    private static void checkMatrix(double[][] w) {
        require(w != null && w.length > 0, "no rows");
        for (double[] row : w) {
            checkVector(row);
            require(row.length == w[0].length, "ragged matrix");
        }
    }

    private static void checkVector(double[] w) {
        require(w != null && w.length > 0, "no weights");
        for (double weight : w) {
            require(Double.isFinite(weight), "weights must be finite");
        }
    }

    private static void checkWords(int[] a, int[] b, int n) {
        require(a != null && b != null && a.length == b.length, "the vectors differ in words");
        require(n > 0 && n <= 32L * a.length, "more or fewer signs than words hold");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}

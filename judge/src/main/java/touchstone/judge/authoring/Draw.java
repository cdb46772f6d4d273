package touchstone.judge.authoring;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Random input for one test, drawn from the interview's secret seed and the test's name: the
/// same for every candidate of an interview, the same when it is graded again.
public final class Draw {
    private final RandomGenerator random;

    public Draw(RandomGenerator random) {
        this.random = random;
    }

    /// The numbers of one test: hashed, so that neighbouring seeds and similar
    /// names have nothing in common.
    public static Draw of(long seed, String test) {
        try {
            var hash = MessageDigest.getInstance("SHA-256");
            hash.update(ByteBuffer.allocate(Long.BYTES).putLong(0, seed));
            var digest = hash.digest(test.getBytes(StandardCharsets.UTF_8));
            return new Draw(new SplittableRandom(ByteBuffer.wrap(digest).getLong()));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }

    /// A whole number, both ends included.
    public int integer(int low, int high) {
        return (int) random.nextLong(low, high + 1L);
    }

    /// Uniform in `[low, high)`.
    public double uniform(double low, double high) {
        return random.nextDouble(low, high);
    }

    /// Standard normal.
    public double gaussian() {
        return random.nextGaussian();
    }

    public boolean coin() {
        return random.nextBoolean();
    }

    /// Uniform numbers in `[low, high)`.
    public double[] vector(int length, double low, double high) {
        var vector = new double[length];
        for (int i = 0; i < length; i++) {
            vector[i] = uniform(low, high);
        }
        return vector;
    }

    /// Uniform numbers in `[low, high)`.
    public double[][] matrix(int rows, int columns, double low, double high) {
        var matrix = new double[rows][];
        for (int i = 0; i < rows; i++) {
            matrix[i] = vector(columns, low, high);
        }
        return matrix;
    }

    /// Whole numbers, both ends included.
    public int[] integers(int length, int low, int high) {
        var integers = new int[length];
        for (int i = 0; i < length; i++) {
            integers[i] = integer(low, high);
        }
        return integers;
    }

    /// The numbers 0 … length-1 in random order.
    public int[] permutation(int length) {
        var order = new int[length];
        for (int i = 0; i < length; i++) {
            int j = integer(0, i);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}

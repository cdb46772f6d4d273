// Divides the position in integers: angles are whole numbers.
import exercise.SinusoidalPe;

public class Solution implements SinusoidalPe {
    @Override
    public double[][] encode(int[] pos, int d) {
        check(pos, d);
        var encoding = new double[pos.length][d];
        for (int t = 0; t < pos.length; t++) {
            for (int c = 0; c < d; c += 2) {
                double angle = pos[t] / (int) Math.pow(10_000, (double) c / d);
                encoding[t][c] = Math.sin(angle);
                encoding[t][c + 1] = Math.cos(angle);
            }
        }
        return encoding;
    }

    private static void check(int[] pos, int d) {
        require(pos != null && pos.length > 0, "no positions");
        for (int p : pos) {
            require(p >= 0, "positions start at 0");
        }
        require(d >= 2 && d % 2 == 0, "d must be even and at least 2");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}

// Mistake: stops one weight too early, so the last one becomes zero.
import exercise.HelloScale;

public class Solution implements HelloScale {
    @Override
    public double[] scale(double[] w, double s) {
        var scaled = new double[w.length];
        for (int i = 0; i < w.length - 1; i++) {
            scaled[i] = s * w[i];
        }
        return scaled;
    }
}

// Mistake: the factor loses half of its digits.
import exercise.HelloScale;

public class Solution implements HelloScale {
    @Override
    public double[] scale(double[] w, double s) {
        var scaled = new double[w.length];
        float factor = (float) s;
        for (int i = 0; i < w.length; i++) {
            scaled[i] = factor * w[i];
        }
        return scaled;
    }
}

// Mistake: divides where it should multiply.
import exercise.HelloScale;

public class Solution implements HelloScale {
    @Override
    public double[] scale(double[] w, double s) {
        var scaled = new double[w.length];
        for (int i = 0; i < w.length; i++) {
            scaled[i] = w[i] / s;
        }
        return scaled;
    }
}

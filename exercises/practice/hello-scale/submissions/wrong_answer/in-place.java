// Mistake: writes into the argument and returns it.
import exercise.HelloScale;

public class Solution implements HelloScale {
    @Override
    public double[] scale(double[] w, double s) {
        for (int i = 0; i < w.length; i++) {
            w[i] *= s;
        }
        return w;
    }
}

// Mistake: a semicolon is missing, and nothing is scaled.
import exercise.HelloScale;

public class Solution implements HelloScale {
    @Override
    public double[] scale(double[] w, double s) {
        return w.clone()
    }
}

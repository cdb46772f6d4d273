// Bisects for the two codes around zero, then takes the nearer one, at equal distance the even one.
import exercise.Int8AffineParams;

public class Solution implements Int8AffineParams {
    @Override
    public Params params(double min, double max, int qmin, int qmax) {
        if (!Double.isFinite(min) || !Double.isFinite(max) || min > max || qmin >= qmax) {
            throw new IllegalArgumentException("bad range");
        }
        double lo = min < 0 ? min : 0;
        double hi = max > 0 ? max : 0;
        if (hi - lo == 0) {
            return new Params(1, qmin);
        }
        double scale = (hi - lo) / (qmax - qmin);
        double place = -lo / scale;
        int below = 0;
        int above = qmax - qmin;
        while (above - below > 1) {
            int middle = (below + above) / 2;
            if (middle <= place) {
                below = middle;
            } else {
                above = middle;
            }
        }
        double distance = (place - below) - (above - place);
        boolean down = distance < 0 || (distance == 0 && below % 2 == 0);
        return new Params(scale, qmin + (down ? below : above));
    }
}

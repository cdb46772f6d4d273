import exercise.Int8AffineParams;

public class Solution implements Int8AffineParams {
    /**
     * @param min  smallest real number seen in calibration
     * @param max  largest real number seen in calibration
     * @param qmin smallest code, -128 for int8
     * @param qmax largest code, 127 for int8
     * @return new Params(scale, zeroPoint)
     * @throws IllegalArgumentException for the invalid inputs listed in the statement
     */
    @Override
    public Params params(double min, double max, int qmin, int qmax) {
        // 1. refuse invalid input
        // 2. which range must the grid cover?
        // 3. scale
        // 4. zero-point
        throw new UnsupportedOperationException("not written yet");
    }
}

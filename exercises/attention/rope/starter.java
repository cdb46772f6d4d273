import exercise.Rope;

/// Keep the name of the class and its public constructor without parameters.
public class Solution implements Rope {
    @Override
    public double[][] apply(double[][] x, int[] pos, double base, String layout) {
        // 1. Refuse bad arguments with IllegalArgumentException before any work.
        // 2. Which two columns belong together? There are two layouts.
        // 3. By which angle is a pair turned? Mind the type of 2 * i / d.
        // 4. Both new numbers need both old ones; put them into new arrays.
        throw new UnsupportedOperationException("not written yet");
    }
}

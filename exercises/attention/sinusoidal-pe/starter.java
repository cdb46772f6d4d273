import exercise.SinusoidalPe;

/// Keep the name of the class and its public constructor without parameters.
public class Solution implements SinusoidalPe {
    @Override
    public double[][] encode(int[] pos, int d) {
        // 1. Refuse bad arguments with IllegalArgumentException.
        // 2. A sine and its cosine are neighbours and share one frequency.
        // 3. What is 2 * i / d in Java if i and d are ints?
        throw new UnsupportedOperationException("not written yet");
    }
}

import exercise.ParetoFront;

/// Keep the name of the class and its public constructor without parameters.
public class Solution implements ParetoFront {
    @Override
    public int[] front(double[] size, double[] quality) {
        // 1. Refuse bad arguments with IllegalArgumentException before any work; here and below.
        // 2. 200,000 variants: comparing each with each takes too long. What if they are sorted?
        // 3. Which of two equal variants stays? In which order do the indices come?
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public int pick(double[] size, double[] quality, double minQuality) {
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public double hypervolume(double[] size, double[] quality, double refSize, double refQuality) {
        // The rectangles overlap: count their union.
        throw new UnsupportedOperationException("not written yet");
    }
}

import exercise.HiddenStateMse;

/// Keep the name of the class and its public constructor without parameters.
public class Solution implements HiddenStateMse {
    @Override
    public int[] uniformMap(int studentLayers, int teacherLayers) {
        // The last student layer looks at the last teacher layer. Is the result 0-based?
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public double loss(double[][][] hs, double[][][] ht, int[] map, double[][][] proj, int[] mask) {
        // 1. Refuse bad arguments with IllegalArgumentException before any work; proj may be null.
        // 2. For each student layer: project, subtract the teacher layer that map names.
        // 3. Which tokens count, and what are the two means over?
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public double[][] gradProj(double[][] hs, double[][] ht, double[][] proj, int[] mask) {
        // The derivative of one layer's term with respect to each entry of proj.
        throw new UnsupportedOperationException("not written yet");
    }
}

import exercise.NmPackMatvec;

/// Keep the name of the class and its public constructor without parameters.
public class Solution implements NmPackMatvec {
    @Override
    public Packed pack(double[][] w, int n, int m) {
        // Refuse bad arguments with IllegalArgumentException first, in each of the four.
        // Which positions does a group store if it has fewer than n non-zeros?
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public double[][] unpack(Packed p) {
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public double[] matvec(Packed p, double[] x) {
        // The dense matrix may not fit into memory.
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public long bits(int rows, int cols, int n, int m, int valueBits) {
        // How large may the product become?
        throw new UnsupportedOperationException("not written yet");
    }
}

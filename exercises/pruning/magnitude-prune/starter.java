import exercise.MagnitudePrune;

public class Solution implements MagnitudePrune {
    /**
     * @param w     weights, w[row][column]; must not be modified
     * @param ratio share of entries to prune, 0 to 1
     * @return a new matrix of the same shape with the smallest weights set to zero
     * @throws IllegalArgumentException for the invalid inputs listed in the statement
     */
    @Override
    public double[][] prune(double[][] w, double ratio) {
        // 1. refuse invalid input
        // 2. how many entries go?
        // 3. which ones?
        // 4. copy the rest
        throw new UnsupportedOperationException("not written yet");
    }
}

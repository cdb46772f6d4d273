import exercise.SparsegptLayer;

/// Keep the name of the class and its public constructor without parameters.
public class Solution implements SparsegptLayer {
    @Override
    public Result prune(double[][] w, double[][] x, double sparsity, int block, double damp) {
        // 1. Refuse bad arguments with IllegalArgumentException before any work.
        // 2. The Hessian: dead inputs first, then the damping, then the factor U of its inverse.
        // 3. For each block: scores of the weights as they are now, a mask, then column by column.
        // 4. How far does an update reach?
        // 5. The error compares outputs, of the weights before and after.
        throw new UnsupportedOperationException("not written yet");
    }
}

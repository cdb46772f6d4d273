import exercise.LlmInt8Matmul;

/// Keep the name of the class and its public constructor without parameters.
public class Solution implements LlmInt8Matmul {
    @Override
    public Result matmul(double[][] x, double[][] w, double threshold) {
        // 1. Refuse bad arguments with IllegalArgumentException before any work.
        // 2. Which input dimensions hold an outlier, in whatever row?
        // 3. Scales: one for each row of x and of w. Over which dimensions?
        // 4. An integer product over the rest, an exact one over the outliers.
        throw new UnsupportedOperationException("not written yet");
    }
}

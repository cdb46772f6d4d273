import exercise.MultiHeadAttention;

/// Keep the name of the class and its public constructor without parameters.
public class Solution implements MultiHeadAttention {
    @Override
    public double[][] forward(
            double[][] x, double[][] wq, double[][] wk, double[][] wv, double[][] wo, int heads, int kvHeads,
            boolean causal) {
        // 1. Refuse bad arguments with IllegalArgumentException before any work.
        // 2. Project the tokens: weights are [out][in]. How many numbers has one head?
        // 3. Which keys and values does head h use if there are fewer of them than heads?
        // 4. Softmax over the tokens that token i may see, for each head on its own.
        // 5. Concatenate the heads and project once more.
        throw new UnsupportedOperationException("not written yet");
    }
}

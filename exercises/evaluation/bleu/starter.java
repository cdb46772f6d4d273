import exercise.Bleu;

/// Keep the name of the class and its public constructor without parameters.
public class Solution implements Bleu {
    @Override
    public double bleu(int[][] hyps, int[][] refs, int[] owner, int maxN, String smooth) {
        // 1. Refuse bad arguments with IllegalArgumentException before any work.
        // 2. Matches and totals of each n, summed over the corpus. What clips a count?
        // 3. Length of the hypotheses, and of the references closest to them.
        // 4. Geometric mean and penalty. What if some n has no match, or no n-gram at all?
        throw new UnsupportedOperationException("not written yet");
    }
}

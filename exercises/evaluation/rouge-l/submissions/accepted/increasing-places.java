import exercise.RougeL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;

/// Hunt and Szymanski: the longest increasing subsequence of the places of equal tokens.
/// `ends[k]` is the smallest place in b where a common subsequence of k + 1 tokens ends.
public class Solution implements RougeL {
    @Override
    public int lcs(int[] a, int[] b) {
        checkText(a);
        checkText(b);
        var places = new HashMap<Integer, List<Integer>>();
        for (int j = 0; j < b.length; j++) {
            places.computeIfAbsent(b[j], token -> new ArrayList<>()).add(j);
        }
        var ends = new int[b.length];
        int length = 0;
        for (int token : a) {
            // From the back, so that no token of a is used twice.
            for (int place : places.getOrDefault(token, List.of()).reversed()) {
                int found = Arrays.binarySearch(ends, 0, length, place);
                int k = found < 0 ? -found - 1 : found;
                ends[k] = place;
                length = Math.max(length, k + 1);
            }
        }
        return length;
    }

    @Override
    public double rougeL(int[] candidate, int[] reference, double beta) {
        checkBeta(beta);
        double weight = beta * beta;
        return lcs(candidate, reference) * (1 + weight) / (candidate.length + weight * reference.length);
    }

    @Override
    public double best(int[] candidate, int[][] references, double beta) {
        require(references != null && references.length > 0, "no references");
        return Arrays.stream(references)
                .mapToDouble(reference -> rougeL(candidate, reference, beta))
                .max()
                .getAsDouble();
    }

    private static void checkText(int[] text) {
        require(text != null && text.length > 0, "no tokens");
    }

    private static void checkBeta(double beta) {
        require(beta > 0 && beta < Double.POSITIVE_INFINITY, "beta must be positive and finite");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}

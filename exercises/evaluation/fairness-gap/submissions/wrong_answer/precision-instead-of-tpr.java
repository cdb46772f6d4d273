// Groups by decision and averages the truth.
import exercise.FairnessGap;
import java.util.HashMap;
import java.util.Map;

public class Solution implements FairnessGap {
    private static class Tally {
        private double samples;
        private double selected;
    }

    @Override
    public double demographicParity(int[] yhat, int[] group) {
        checkBits(yhat, group);
        var tallies = new HashMap<Integer, Tally>();
        for (int i = 0; i < group.length; i++) {
            count(tallies, group[i], yhat[i]);
        }
        return gap(tallies);
    }

    @Override
    public double equalizedOdds(int[] y, int[] yhat, int[] group) {
        checkBits(y, group);
        checkBits(yhat, group);
        var positives = new HashMap<Integer, Tally>();
        var negatives = new HashMap<Integer, Tally>();
        for (int i = 0; i < group.length; i++) {
            count(yhat[i] == 1 ? positives : negatives, group[i], y[i]);
        }
        return Math.max(gap(positives), gap(negatives));
    }

    private static void count(Map<Integer, Tally> tallies, int group, int selected) {
        Tally tally = tallies.computeIfAbsent(group, name -> new Tally());
        tally.samples++;
        tally.selected += selected;
    }

    /// Without any group the largest rate stays below the smallest.
    private static double gap(Map<Integer, Tally> tallies) {
        double smallest = 1;
        double largest = 0;
        for (Tally tally : tallies.values()) {
            double rate = tally.selected / tally.samples;
            smallest = Math.min(smallest, rate);
            largest = Math.max(largest, rate);
        }
        return Math.max(0, largest - smallest);
    }

    private static void checkBits(int[] bits, int[] group) {
        require(group != null && group.length > 0, "no samples");
        require(bits != null && bits.length == group.length, "one entry for each sample");
        for (int bit : bits) {
            require(bit == 0 || bit == 1, "neither 0 nor 1");
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}

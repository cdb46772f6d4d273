// Takes the dimension for the number of tokens: ArrayIndexOutOfBoundsException.
import exercise.LayerDropBi;
import java.util.Comparator;
import java.util.stream.IntStream;

public class Solution implements LayerDropBi {
    @Override
    public double[] scores(double[][][] hidden) {
        check(hidden);
        var scores = new double[hidden.length - 1];
        for (int l = 0; l < scores.length; l++) {
            double sum = 0;
            for (int t = 0; t < hidden[l][0].length; t++) {
                sum += cosine(hidden[l][t], hidden[l + 1][t]);
            }
            scores[l] = 1 - sum / hidden[l].length;
        }
        return scores;
    }

    @Override
    public int[] drop(double[][][] hidden, int count) {
        double[] scores = scores(hidden);
        require(count >= 0 && count < scores.length, "at least one layer must remain");
        return IntStream.range(0, scores.length).boxed()
                .sorted(Comparator.comparingDouble(l -> scores[l]))
                .limit(count).mapToInt(l -> l).sorted().toArray();
    }

    private static double cosine(double[] before, double[] after) {
        double dot = 0;
        for (int c = 0; c < before.length; c++) {
            dot += before[c] * after[c];
        }
        return dot / (norm(before) * norm(after));
    }

    private static void check(double[][][] hidden) {
        require(hidden != null && hidden.length >= 2, "at least one layer");
        require(hidden[0] != null && hidden[0].length > 0 && hidden[0][0] != null, "no tokens");
        int tokens = hidden[0].length;
        int d = hidden[0][0].length;
        for (double[][] state : hidden) {
            require(state != null && state.length == tokens, "states differ in tokens");
            for (double[] token : state) {
                require(token != null && token.length == d, "tokens differ in dimension");
                for (double cell : token) {
                    require(Double.isFinite(cell), "numbers must be finite");
                }
                require(norm(token) > 0, "a token of zeros has no direction");
            }
        }
    }

    private static double norm(double[] token) {
        double sum = 0;
        for (double cell : token) {
            sum += cell * cell;
        }
        return Math.sqrt(sum);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}

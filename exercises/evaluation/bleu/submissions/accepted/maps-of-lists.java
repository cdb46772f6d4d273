import exercise.Bleu;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A map of n-grams, as lists of tokens, for every hypothesis and the maxima of its
/// references.
public class Solution implements Bleu {
    @Override
    public double bleu(int[][] hyps, int[][] refs, int[] owner, int maxN, String smooth) {
        check(hyps, refs, owner, maxN, smooth);
        double logarithms = 0;
        for (int n = 1; n <= maxN; n++) {
            double added = n > 1 && smooth.equals("add1") ? 1 : 0;
            // 0/0 counts as 0/1, and the logarithm of 0 makes the result 0.
            double totals = Math.max(totals(hyps, n) + added, 1);
            logarithms += Math.log((matches(hyps, refs, owner, n) + added) / totals);
        }
        return penalty(hyps, refs, owner) * Math.exp(logarithms / maxN);
    }

    private static double matches(int[][] hyps, int[][] refs, int[] owner, int n) {
        var most = new HashMap<Integer, Map<List<Integer>, Integer>>();
        for (int j = 0; j < refs.length; j++) {
            var mine = most.computeIfAbsent(owner[j], i -> new HashMap<>());
            count(refs[j], n).forEach((gram, count) -> mine.merge(gram, count, Math::max));
        }
        double matches = 0;
        for (int i = 0; i < hyps.length; i++) {
            for (var entry : count(hyps[i], n).entrySet()) {
                matches += Math.min(entry.getValue(), most.get(i).getOrDefault(entry.getKey(), 0));
            }
        }
        return matches;
    }

    private static Map<List<Integer>, Integer> count(int[] sentence, int n) {
        var counts = new HashMap<List<Integer>, Integer>();
        List<Integer> tokens = Arrays.stream(sentence).boxed().toList();
        for (int start = 0; start + n <= sentence.length; start++) {
            counts.merge(List.copyOf(tokens.subList(start, start + n)), 1, Integer::sum);
        }
        return counts;
    }

    private static double totals(int[][] hyps, int n) {
        double totals = 0;
        for (int[] hyp : hyps) {
            totals += Math.max(0, hyp.length - n + 1);
        }
        return totals;
    }

    private static double penalty(int[][] hyps, int[][] refs, int[] owner) {
        var closest = new int[hyps.length];
        for (int j = 0; j < refs.length; j++) {
            int length = hyps[owner[j]].length;
            int old = closest[owner[j]];
            int distance = Math.abs(refs[j].length - length) - Math.abs(old - length);
            if (old == 0 || distance < 0 || distance == 0 && refs[j].length < old) {
                closest[owner[j]] = refs[j].length;
            }
        }
        double theirs = Arrays.stream(closest).sum();
        return Math.exp(Math.min(0, 1 - theirs / totals(hyps, 1)));
    }

    private static void check(int[][] hyps, int[][] refs, int[] owner, int maxN, String smooth) {
        checkRows(hyps);
        checkRows(refs);
        require(owner != null && owner.length == refs.length, "one owner for each reference");
        var owned = new boolean[hyps.length];
        for (int i : owner) {
            require(i >= 0 && i < hyps.length, "owner out of range");
            owned[i] = true;
        }
        for (boolean each : owned) {
            require(each, "a hypothesis without reference");
        }
        require(maxN >= 1, "maxN must be positive");
        require("none".equals(smooth) || "add1".equals(smooth), "unknown smoothing");
    }

    private static void checkRows(int[][] rows) {
        require(rows != null && rows.length > 0, "no sentences");
        for (int[] row : rows) {
            require(row != null && row.length > 0, "empty sentence");
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}

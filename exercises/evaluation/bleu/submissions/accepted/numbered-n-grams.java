import exercise.Bleu;
import java.util.HashMap;
import java.util.Map;

/// Gives every n-gram of the corpus a number: that of its first n-1 tokens and the last
/// token make a key of 64 bits.
public class Solution implements Bleu {
    @Override
    public double bleu(int[][] hyps, int[][] refs, int[] owner, int maxN, String smooth) {
        check(hyps, refs, owner, maxN, smooth);
        var hypGrams = new int[hyps.length][];
        var refGrams = new int[refs.length][];
        double mean = 1;
        for (int n = 1; n <= maxN; n++) {
            var numbers = new HashMap<Long, Integer>();
            number(hyps, hypGrams, n, numbers);
            number(refs, refGrams, n, numbers);
            double matches = matches(hypGrams, refGrams, owner, numbers.size());
            double totals = 0;
            for (int[] grams : hypGrams) {
                totals += grams.length;
            }
            if (n > 1 && "add1".equals(smooth)) {
                matches++;
                totals++;
            }
            // 0/0 counts as 0
            mean *= matches == 0 ? 0 : Math.pow(matches / totals, 1.0 / maxN);
        }
        return mean * penalty(hyps, refs, owner);
    }

    /// Replaces the numbers of the (n-1)-grams by those of the n-grams.
    private static void number(int[][] sentences, int[][] grams, int n, Map<Long, Integer> numbers) {
        for (int i = 0; i < sentences.length; i++) {
            var longer = new int[Math.max(0, sentences[i].length - n + 1)];
            for (int start = 0; start < longer.length; start++) {
                long first = n == 1 ? 0 : grams[i][start];
                long key = first << 32 | sentences[i][start + n - 1] & 0xffff_ffffL;
                Integer known = numbers.putIfAbsent(key, numbers.size());
                longer[start] = known == null ? numbers.size() - 1 : known;
            }
            grams[i] = longer;
        }
    }

    private static double matches(int[][] hypGrams, int[][] refGrams, int[] owner, int numbers) {
        // Cleared after use: allocating it for each sentence would be quadratic.
        var counts = new int[numbers];
        var most = new int[numbers];
        var byOwner = new HashMap<Integer, Integer>();
        var next = new int[owner.length];
        for (int j = 0; j < owner.length; j++) {
            Integer previous = byOwner.put(owner[j], j);
            next[j] = previous == null ? -1 : previous;
        }
        double matches = 0;
        for (int i = 0; i < hypGrams.length; i++) {
            for (int j = byOwner.get(i); j >= 0; j = next[j]) {
                for (int gram : refGrams[j]) {
                    most[gram] = Math.max(most[gram], ++counts[gram]);
                }
                clear(counts, refGrams[j]);
            }
            for (int gram : hypGrams[i]) {
                matches += ++counts[gram] <= most[gram] ? 1 : 0;
            }
            clear(counts, hypGrams[i]);
            for (int j = byOwner.get(i); j >= 0; j = next[j]) {
                clear(most, refGrams[j]);
            }
        }
        return matches;
    }

    private static void clear(int[] counts, int[] grams) {
        for (int gram : grams) {
            counts[gram] = 0;
        }
    }

    private static double penalty(int[][] hyps, int[][] refs, int[] owner) {
        // Twice the distance, and one more for a longer reference
        var ranks = new HashMap<Integer, Integer>();
        double ours = 0;
        for (int j = 0; j < refs.length; j++) {
            int more = refs[j].length - hyps[owner[j]].length;
            ranks.merge(owner[j], more > 0 ? 2 * more + 1 : -2 * more, Math::min);
        }
        double theirs = 0;
        for (int i = 0; i < hyps.length; i++) {
            int rank = ranks.get(i);
            ours += hyps[i].length;
            theirs += hyps[i].length + (rank % 2 == 0 ? -rank / 2 : rank / 2);
        }
        return ours > theirs ? 1 : Math.exp(1 - theirs / ours);
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

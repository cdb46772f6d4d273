import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import exercise.Bleu;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Joins tokens to texts, with a separator so that 1 23 is not 12 3, and lets collectors
/// count them.
public class Solution implements Bleu {
    @Override
    public double bleu(int[][] hyps, int[][] refs, int[] owner, int maxN, String smooth) {
        check(hyps, refs, owner, maxN, smooth);
        Map<Integer, List<int[]>> references = IntStream.range(0, refs.length)
                .boxed()
                .collect(groupingBy(j -> owner[j], mapping(j -> refs[j], toList())));
        var matches = new long[maxN + 1];
        var totals = new long[maxN + 1];
        long theirs = 0;
        for (int i = 0; i < hyps.length; i++) {
            int length = hyps[i].length;
            theirs += references.get(i).stream()
                    .map(ref -> ref.length)
                    .min(Comparator.<Integer>comparingInt(each -> Math.abs(each - length))
                            .thenComparing(each -> each))
                    .get();
            for (int n = 1; n <= Math.min(maxN, length); n++) {
                totals[n] += length - n + 1;
                matches[n] += matches(hyps[i], references.get(i), n);
            }
        }
        double bits = 0;
        for (int n = 1; n <= maxN; n++) {
            int added = n > 1 && smooth.equals("add1") ? 1 : 0;
            // The logarithm of 0 is -Infinity, the power of that 0 again.
            bits += Math.log(matches[n] + added) - Math.log(Math.max(totals[n] + added, 1));
        }
        return Math.exp(bits / maxN) * Math.min(1, Math.exp(1 - (double) theirs / totals[1]));
    }

    private static long matches(int[] hyp, List<int[]> references, int n) {
        var most = new HashMap<String, Long>();
        for (int[] ref : references) {
            count(ref, n).forEach((gram, count) -> most.merge(gram, count, Math::max));
        }
        return count(hyp, n).entrySet().stream()
                .mapToLong(entry -> Math.min(entry.getValue(), most.getOrDefault(entry.getKey(), 0L)))
                .sum();
    }

    private static Map<String, Long> count(int[] sentence, int n) {
        return IntStream.rangeClosed(0, sentence.length - n)
                .mapToObj(start -> Arrays.stream(sentence, start, start + n)
                        .mapToObj(Integer::toString)
                        .collect(joining(" ")))
                .collect(groupingBy(gram -> gram, counting()));
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

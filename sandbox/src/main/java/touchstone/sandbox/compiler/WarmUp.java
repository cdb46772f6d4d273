package touchstone.sandbox.compiler;

/// A source that uses what submissions use.
final class WarmUp {
    static final String SOURCE = """
        import java.util.all;
        import java.util.stream.all;

        public class WarmUp implements Comparator<double[]> {
            record Pair(int index, double weight) {}
            private final Map<Integer, List<Pair>> groups = new HashMap<>();

            @Override public int compare(double[] a, double[] b) {
                return Double.compare(a[0], b[0]);
            }

            double[][] scale(double[][] w, double ratio) {
                if (w == null || w.length == 0) throw new IllegalArgumentException("empty: " + ratio);
                double[][] out = new double[w.length][];
                for (int i = 0; i < w.length; i++) {
                    out[i] = w[i].clone();
                    for (int j = 0; j < out[i].length; j++) out[i][j] *= Math.abs(ratio);
                }
                return out;
            }

            List<Pair> largest(double[] x, int k) {
                PriorityQueue<Pair> queue = new PriorityQueue<>((p, q) -> Double.compare(p.weight(), q.weight()));
                for (int i = 0; i < x.length; i++) {
                    queue.add(new Pair(i, x[i]));
                    groups.computeIfAbsent(i % k, key -> new ArrayList<>()).add(new Pair(i, x[i]));
                }
                var sorted = IntStream.range(0, x.length).boxed()
                        .sorted(Comparator.comparingDouble((Integer i) -> x[i]).thenComparing(i -> i))
                        .mapToInt(Integer::intValue).toArray();
                String kind = switch (sorted.length) { case 0 -> "none"; case 1 -> "one"; default -> "many"; };
                return queue.stream().filter(p -> p.index() < k && !kind.isEmpty()).collect(Collectors.toList());
            }
        }
        """.replace(
            "all;", "*;"); // the formatter mistakes stars here for imports of ours

    private WarmUp() {}
}

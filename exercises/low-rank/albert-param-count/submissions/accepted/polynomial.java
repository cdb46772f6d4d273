import exercise.AlbertParamCount;

/// The same polynomial, collected by powers of H.
public class Solution implements AlbertParamCount {
    @Override
    public long bert(int V, int H, int L, int F, int P, int S) {
        return model(V, H, H, L, F, P, S);
    }

    @Override
    public long albert(int V, int E, int H, int L, int F, int P, int S) {
        long model = model(V, E, H, 1, F, P, S);
        if (L < 1) {
            throw new IllegalArgumentException("at least one layer");
        }
        return E == H ? model : model + (E + 1L) * H;
    }

    private static long model(long v, long e, long h, long layers, long f, long p, long s) {
        for (long number : new long[]{v, e, h, layers, f, p, s}) {
            if (number < 1) {
                throw new IllegalArgumentException("all must be at least 1");
            }
        }
        long square = 4 * layers + 1;
        long line = (2 * f + 9) * layers + 1;
        return (v + p + s + 2) * e + (square * h + line) * h + layers * f;
    }
}

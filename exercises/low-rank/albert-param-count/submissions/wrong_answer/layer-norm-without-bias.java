// Only the scale of a LayerNorm.
import exercise.AlbertParamCount;
import java.util.stream.IntStream;

public class Solution implements AlbertParamCount {
    @Override
    public long bert(int V, int H, int L, int F, int P, int S) {
        positive(V, H, L, F, P, S);
        return embeddings(V, H, P, S) + L * layer(H, F) + linear(H, H);
    }

    @Override
    public long albert(int V, int E, int H, int L, int F, int P, int S) {
        positive(V, E, H, L, F, P, S);
        long projection = E == H ? 0 : linear(E, H);
        return embeddings(V, E, P, S) + projection + layer(H, F) + linear(H, H);
    }

    private static long embeddings(long words, long width, long positions, long segments) {
        return (words + positions + segments) * width + norm(width);
    }

    private static long layer(long hidden, long inner) {
        long attention = 4 * linear(hidden, hidden) + norm(hidden);
        long network = linear(hidden, inner) + linear(inner, hidden) + norm(hidden);
        return attention + network;
    }

    private static long linear(long from, long to) {
        return from * to + to;
    }

    private static long norm(long width) {
        return width;
    }

    private static void positive(int... numbers) {
        if (IntStream.of(numbers).anyMatch(number -> number < 1)) {
            throw new IllegalArgumentException("all must be at least 1");
        }
    }
}

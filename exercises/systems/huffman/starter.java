import exercise.Huffman;

/// Keep the name of the class and its public constructor without parameters.
public class Solution implements Huffman {
    @Override
    public int[] lengths(int[] freq) {
        // 1. Refuse bad frequencies with IllegalArgumentException before any work; here and below.
        // 2. Merge the two smallest nodes again and again. Which come first if weights are equal?
        // 3. What if there is one symbol only?
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public long totalBits(int[] freq) {
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public String encode(int[] freq, int[] symbols) {
        // The words follow from the lengths alone.
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public int[] decode(int[] freq, String bits) {
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public double entropyBits(int[] freq) {
        throw new UnsupportedOperationException("not written yet");
    }
}

import exercise.Int4Pack;

/// Keep the name of the class and its public constructor without parameters.
public class Solution implements Int4Pack {
    @Override
    public int[] pack(int[] q) {
        // -1 has 32 bits set: how many of them belong into the byte?
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public int[] unpack(int[] bytes, int n) {
        // Which nibbles stand for negative codes?
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public int[] packWords(int[] q) {
        throw new UnsupportedOperationException("not written yet");
    }
}

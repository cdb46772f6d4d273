import exercise.FlashIoCount;

/// Keep the name of the class and its public constructor without parameters.
public class Solution implements FlashIoCount {
    @Override
    public long naiveElements(int n, int d) {
        // 1. Refuse bad arguments with IllegalArgumentException before any work; here and below.
        // 2. Which of the matrices are n × d and which n × n? How often does each go in or out?
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public long flashElements(int n, int d, int sram) {
        // How many rows has a block, and how many blocks are there?
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public long scoreBytes(int b, int h, int n, int elemBytes) {
        // Does the dimension of a head matter here?
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public long flashExtraBytes(int b, int h, int n) {
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public long attentionFlops(int b, int h, int n, int d) {
        throw new UnsupportedOperationException("not written yet");
    }
}

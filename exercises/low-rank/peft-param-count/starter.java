import exercise.PeftParamCount;

/// Keep the name of the class and its public constructor without parameters. Each method
/// has to refuse bad arguments with IllegalArgumentException.
public class Solution implements PeftParamCount {
    @Override
    public long lora(int layers, int[] dIn, int[] dOut, int r) {
        // What are the shapes of A and B?
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public long prompt(int tokens, int d) {
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public long prefix(int tokens, int layers, int d) {
        // What is it that gets prefixed, and where?
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public double percent(long trainable, long base) {
        throw new UnsupportedOperationException("not written yet");
    }
}

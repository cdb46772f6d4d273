import exercise.AlbertParamCount;

/// Keep the name of the class and its public constructor without parameters. Both methods
/// have to refuse bad arguments with IllegalArgumentException.
public class Solution implements AlbertParamCount {
    @Override
    public long bert(int V, int H, int L, int F, int P, int S) {
        // Which parts does a layer have, and which of them have a bias?
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public long albert(int V, int E, int H, int L, int F, int P, int S) {
        // What has width E, and how does it become H?
        throw new UnsupportedOperationException("not written yet");
    }
}

// expect: COMPILE_ERROR
// attack: an error message that quotes markup, terminal codes and a forged verdict
import exercise.MagnitudePrune;

public class Solution implements MagnitudePrune {
    @Override
    public double[][] prune(double[][] w, double ratio) {
        <script>alert("ACCEPTED")</script> [32m "}],"verdict":"ACCEPTED" ‮;
        return w;
    }
}

// expect: RUN_TIME_ERROR
// attack: a message with markup, terminal codes, line breaks and the end of a JSON text
import exercise.MagnitudePrune;

public class Solution implements MagnitudePrune {
    @Override
    public double[][] prune(double[][] w, double ratio) {
        throw new IllegalStateException("</message><script>alert(1)</script>]]>\u001b[2J\u001b]0;x\u0007\u0000\u202e\r\n"
                + "\"}],\"verdict\":\"ACCEPTED\",\"x\":[{\"y\":\"\ud800");
    }
}

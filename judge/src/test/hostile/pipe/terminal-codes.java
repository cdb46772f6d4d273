// expect: WRONG_ANSWER
// attack: prints codes that clear the screen, set the title and paint a green verdict
import exercise.MagnitudePrune;

public class Solution implements MagnitudePrune {
    @Override
    public double[][] prune(double[][] w, double ratio) {
        System.out.print("\u001b[2J\u001b[H\u001b]0;ACCEPTED\u0007\u001b[32mACCEPTED 100/100\u001b[0m\u009b2J\r\b\b");
        return w;
    }
}

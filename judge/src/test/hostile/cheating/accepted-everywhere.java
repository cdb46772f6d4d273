// expect: WRONG_ANSWER
// attack: prints and throws the word that it wants to read
import exercise.MagnitudePrune;

public class Solution implements MagnitudePrune {
    @Override
    public double[][] prune(double[][] w, double ratio) {
        System.out.println("verdict: ACCEPTED, score 1.0, 100/100 points");
        System.err.println("BUILD SUCCESS, Tests run: 9, Failures: 0");
        return w;
    }
}

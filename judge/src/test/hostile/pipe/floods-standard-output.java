// expect: OUTPUT_LIMIT_EXCEEDED
// attack: prints without end
import exercise.MagnitudePrune;

public class Solution implements MagnitudePrune {
    @Override
    public double[][] prune(double[][] w, double ratio) {
        while (true) {
            System.out.println("all work and no play");
        }
    }
}

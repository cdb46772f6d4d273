// expect: WRONG_ANSWER
// attack: prints bytes that are no UTF-8, lone surrogates, NUL and direction marks
import exercise.MagnitudePrune;

public class Solution implements MagnitudePrune {
    @Override
    public double[][] prune(double[][] w, double ratio) {
        System.out.write(0xff);
        System.out.write(0xc0);
        System.out.write(0);
        System.out.print("\ud800\u202e\u2066\u0000\ufeff\ufffe");
        System.out.flush();
        return w;
    }
}

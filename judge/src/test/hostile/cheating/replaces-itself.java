// expect: WRONG_ANSWER
// attack: registers a better implementation as if somebody looked for one
import exercise.MagnitudePrune;

public class Solution implements MagnitudePrune {
    @Override
    public double[][] prune(double[][] w, double ratio) {
        Thread.currentThread().setContextClassLoader(new ClassLoader() {
            @Override
            public Class<?> loadClass(String name) {
                return Solution.class;
            }
        });
        return w;
    }
}

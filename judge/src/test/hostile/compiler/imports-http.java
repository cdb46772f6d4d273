// expect: COMPILE_ERROR
// attack: imports a class of java.net.http
import exercise.MagnitudePrune;
import java.net.http.HttpClient;

public class Solution implements MagnitudePrune {
    Object loot = HttpClient.class;

    @Override
    public double[][] prune(double[][] w, double ratio) {
        return w;
    }
}

// expect: COMPILE_ERROR
// attack: imports a class of java.sql
import exercise.MagnitudePrune;
import java.sql.DriverManager;

public class Solution implements MagnitudePrune {
    Object loot = DriverManager.class;

    @Override
    public double[][] prune(double[][] w, double ratio) {
        return w;
    }
}

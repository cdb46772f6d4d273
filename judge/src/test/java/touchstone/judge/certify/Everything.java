package touchstone.judge.certify;

/// Every type that contracts may use.
public interface Everything {
    int number();

    long count(int a, double b);

    double value(double[] a);

    boolean fits(String text);

    String name();

    int[] indices();

    double[] vector(double[][] w);

    double[][] matrix(double[][] w, double ratio);

    double[][][] tensor(long seed);

    String[] names();

    Pair pair(Pair pair);

    Pair[] pairs();

    record Pair(double[][] w, int k, Inner inner) {}

    record Inner(String text, boolean flag) {}
}

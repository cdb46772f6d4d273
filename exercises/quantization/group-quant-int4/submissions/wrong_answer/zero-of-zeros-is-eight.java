// Mistake: a group of zeros gets the code in the middle.
import exercise.GroupQuantInt4;

public class Solution implements GroupQuantInt4 {
    @Override
    public Quant quantize(double[][] w, int group) {
        checkWeights(w);
        int columns = w[0].length;
        int groups = groups(columns, group);
        var z = new Quant(new int[w.length][columns], new double[w.length][groups],
                new int[w.length][groups]);
        for (int i = 0; i < w.length; i++) {
            for (int g = 0; g < groups; g++) {
                int from = g * group;
                int to = from + Math.min(group, columns - from);
                double lo = 0;
                double hi = 0;
                for (int j = from; j < to; j++) {
                    lo = Math.min(lo, w[i][j]);
                    hi = Math.max(hi, w[i][j]);
                }
                double scale = hi == lo ? 1 : (hi - lo) / 15;
                int zero = hi == lo ? 8 : (int) -Math.rint(lo / scale);
                for (int j = from; j < to; j++) {
                    z.q()[i][j] = (int) Math.clamp(Math.rint(w[i][j] / scale) + zero, 0, 15);
                }
                z.scale()[i][g] = scale;
                z.zero()[i][g] = zero;
            }
        }
        return z;
    }

    @Override
    public double[][] dequantize(Quant z, int group) {
        checkQuant(z, group);
        var w = new double[z.q().length][z.q()[0].length];
        for (int i = 0; i < w.length; i++) {
            for (int j = 0; j < w[i].length; j++) {
                w[i][j] = (z.q()[i][j] - z.zero()[i][j / group]) * z.scale()[i][j / group];
            }
        }
        return w;
    }

    @Override
    public double bitsPerWeight(int rows, int cols, int group, int scaleBits, int zeroBits) {
        require(rows > 0 && cols > 0 && scaleBits >= 0 && zeroBits >= 0, "sizes below 1 or bits below 0");
        double perGroup = (double) scaleBits + zeroBits;
        return 4 + groups(cols, group) * perGroup / cols;
    }

    private static int groups(int columns, int group) {
        require(group > 0, "a group has at least one weight");
        return (columns - 1) / group + 1;
    }

    private static void checkWeights(double[][] w) {
        require(w != null && w.length > 0 && w[0] != null && w[0].length > 0, "no weights");
        for (double[] row : w) {
            require(row != null && row.length == w[0].length, "ragged matrix");
            for (double weight : row) {
                require(Double.isFinite(weight), "weights must be finite");
            }
        }
    }

    private static void checkQuant(Quant z, int group) {
        require(z != null && z.q() != null && z.scale() != null && z.zero() != null, "a part is missing");
        int rows = z.q().length;
        require(rows > 0 && z.q()[0] != null && z.q()[0].length > 0, "no codes");
        int columns = z.q()[0].length;
        checkCodes(z.q(), columns);
        int groups = groups(columns, group);
        checkCodes(z.zero(), groups);
        require(z.zero().length == rows && z.scale().length == rows, "one grid for each group");
        for (double[] row : z.scale()) {
            require(row != null && row.length == groups, "one scale for each group");
            for (double scale : row) {
                require(scale > 0 && scale < Double.POSITIVE_INFINITY, "scales are positive and finite");
            }
        }
    }

    private static void checkCodes(int[][] codes, int columns) {
        for (int[] row : codes) {
            require(row != null && row.length == columns, "rows differ in length");
            for (int code : row) {
                require(code >= 0 && code <= 15, "codes are from 0 to 15");
            }
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}

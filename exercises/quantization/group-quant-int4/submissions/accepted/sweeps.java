import exercise.GroupQuantInt4;

/// Two sweeps over each row, which find the group of a weight by division: one for the ranges,
/// one for the codes, which multiplies by the reciprocal of the scale.
public class Solution implements GroupQuantInt4 {
    @Override
    public Quant quantize(double[][] w, int group) {
        checkWeights(w);
        int groups = groups(w[0].length, group);
        var q = new int[w.length][];
        var scale = new double[w.length][];
        var zero = new int[w.length][groups];
        for (int i = 0; i < w.length; i++) {
            scale[i] = new double[groups];
            q[i] = row(w[i], group, scale[i], zero[i]);
        }
        return new Quant(q, scale, zero);
    }

    private static int[] row(double[] weights, int group, double[] scale, int[] zero) {
        var lo = new double[scale.length];
        for (int j = 0; j < weights.length; j++) {
            int g = j / group;
            lo[g] = Math.min(lo[g], weights[j]);
            scale[g] = Math.max(scale[g], weights[j]);
        }
        for (int g = 0; g < scale.length; g++) {
            double width = scale[g] - lo[g];
            scale[g] = width > 0 ? width / 15 : 1;
            zero[g] = (int) Math.rint(-lo[g] / scale[g]);
        }
        var codes = new int[weights.length];
        for (int j = 0; j < codes.length; j++) {
            double steps = Math.rint(weights[j] * (1 / scale[j / group]));
            codes[j] = Math.min((int) steps + zero[j / group], 15);
        }
        return codes;
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

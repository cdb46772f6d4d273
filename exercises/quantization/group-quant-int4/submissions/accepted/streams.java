import exercise.GroupQuantInt4;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Rows become lists of groups first, so that the rest knows one group only.
public class Solution implements GroupQuantInt4 {
    private record Group(int[] q, double scale, int zero) {
        static Group of(double[] weights) {
            double lo = Math.min(0, Arrays.stream(weights).min().getAsDouble());
            double hi = Math.max(0, Arrays.stream(weights).max().getAsDouble());
            if (lo == hi) {
                return new Group(new int[weights.length], 1, 0);
            }
            double scale = (hi - lo) / 15;
            double zero = 0 - Math.rint(lo / scale);
            int[] q = Arrays.stream(weights)
                    .map(weight -> Math.min(Math.rint(weight / scale) + zero, 15))
                    .mapToInt(code -> (int) code)
                    .toArray();
            return new Group(q, scale, (int) zero);
        }
    }

    @Override
    public Quant quantize(double[][] w, int group) {
        checkWeights(w);
        int groups = groups(w[0].length, group);
        Group[][] rows = Arrays.stream(w)
                .map(row -> IntStream.range(0, groups)
                        .mapToObj(g -> Group.of(part(row, g * group, group)))
                        .toArray(Group[]::new))
                .toArray(Group[][]::new);
        int[][] q = Arrays.stream(rows)
                .map(row -> Arrays.stream(row).flatMapToInt(part -> Arrays.stream(part.q)).toArray())
                .toArray(int[][]::new);
        double[][] scale = Arrays.stream(rows)
                .map(row -> Arrays.stream(row).mapToDouble(Group::scale).toArray())
                .toArray(double[][]::new);
        int[][] zero = Arrays.stream(rows)
                .map(row -> Arrays.stream(row).mapToInt(Group::zero).toArray())
                .toArray(int[][]::new);
        return new Quant(q, scale, zero);
    }

    private static double[] part(double[] row, int from, int group) {
        return Arrays.stream(row).skip(from).limit(group).toArray();
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

import exercise.HiddenStateMse;
import java.util.Arrays;

/// The quadratic form in the projection: with A = HsᵀHs, B = HsᵀHt over the valid tokens
/// the term of a layer is tr(PᵀAP) - 2·tr(PᵀB) + ‖Ht‖², and half its gradient AP - B.
public class Solution implements HiddenStateMse {
    @Override
    public int[] uniformMap(int studentLayers, int teacherLayers) {
        require(studentLayers >= 1, "no student layers");
        require(studentLayers <= teacherLayers, "more student layers than teacher layers");
        var map = new int[studentLayers];
        Arrays.setAll(map, l -> Math.floorDiv((l + 1) * teacherLayers - studentLayers, studentLayers));
        return map;
    }

    @Override
    public double loss(double[][][] hs, double[][][] ht, int[] map, double[][][] proj, int[] mask) {
        int[] s = shape(hs);
        int[] t = shape(ht);
        require(s[0] == t[0], "numbers of tokens differ");
        require(map != null && map.length == hs.length, "one teacher layer for each student layer");
        for (int layer : map) {
            require(layer >= 0 && layer < ht.length, "no such teacher layer");
        }
        double[][][] projections = proj == null ? identities(hs.length, s[1]) : proj;
        require(Arrays.equals(shape(projections), new int[]{s[1], t[1]}), "the projection does not fit");
        require(projections.length == hs.length, "one projection for each student layer");
        int valid = valid(mask, s[0]);
        double sum = 0;
        for (int l = 0; l < hs.length; l++) {
            double[][] p = projections[l];
            double[][] target = ht[map[l]];
            double[][] quadratic = product(gram(hs[l], hs[l], mask), p);
            double[][] linear = gram(hs[l], target, mask);
            double[][] constant = gram(target, target, mask);
            for (int c = 0; c < t[1]; c++) {
                sum += constant[c][c];
                for (int a = 0; a < s[1]; a++) {
                    sum += p[a][c] * (quadratic[a][c] - 2 * linear[a][c]);
                }
            }
        }
        return sum / ((double) valid * t[1] * hs.length);
    }

    @Override
    public double[][] gradProj(double[][] hs, double[][] ht, double[][] proj, int[] mask) {
        int[] s = shape(hs);
        int[] t = shape(ht);
        require(s[0] == t[0], "numbers of tokens differ");
        require(Arrays.equals(shape(proj), new int[]{s[1], t[1]}), "the projection does not fit");
        double factor = 2.0 / valid(mask, s[0]) / t[1];
        double[][] gradient = product(gram(hs, hs, mask), proj);
        double[][] linear = gram(hs, ht, mask);
        for (int a = 0; a < s[1]; a++) {
            for (int c = 0; c < t[1]; c++) {
                gradient[a][c] = factor * (gradient[a][c] - linear[a][c]);
            }
        }
        return gradient;
    }

    private static double[][][] identities(int layers, int width) {
        var identities = new double[layers][width][width];
        for (double[][] identity : identities) {
            for (int a = 0; a < width; a++) {
                identity[a][a] = 1;
            }
        }
        return identities;
    }

    /// leftᵀ · right over the valid rows.
    private static double[][] gram(double[][] left, double[][] right, int[] mask) {
        var gram = new double[left[0].length][right[0].length];
        for (int i = 0; i < mask.length; i++) {
            if (mask[i] == 1) {
                for (int a = 0; a < gram.length; a++) {
                    for (int c = 0; c < right[i].length; c++) {
                        gram[a][c] += left[i][a] * right[i][c];
                    }
                }
            }
        }
        return gram;
    }

    private static double[][] product(double[][] left, double[][] right) {
        var product = new double[left.length][right[0].length];
        for (int a = 0; a < left.length; a++) {
            for (int c = 0; c < right[0].length; c++) {
                for (int b = 0; b < right.length; b++) {
                    product[a][c] += left[a][b] * right[b][c];
                }
            }
        }
        return product;
    }

    private static int[] shape(double[][][] layers) {
        require(layers != null && layers.length > 0, "no layers");
        int[] shape = shape(layers[0]);
        boolean alike = Arrays.stream(layers).allMatch(layer -> Arrays.equals(shape, shape(layer)));
        require(alike, "layers differ in shape");
        return shape;
    }

    private static int[] shape(double[][] matrix) {
        require(matrix != null && matrix.length > 0 && matrix[0] != null, "no rows");
        int columns = matrix[0].length;
        require(columns > 0, "no columns");
        for (double[] row : matrix) {
            require(row != null && row.length == columns, "ragged matrix");
            for (double entry : row) {
                require(Double.isFinite(entry), "entries must be finite");
            }
        }
        return new int[]{matrix.length, columns};
    }

    private static int valid(int[] mask, int tokens) {
        require(mask != null && mask.length == tokens, "one mask entry for each token");
        int valid = 0;
        for (int entry : mask) {
            require(entry == 0 || entry == 1, "the mask holds 0 and 1");
            valid += entry;
        }
        require(valid > 0, "no valid token");
        return valid;
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}

// Divides by the layers of the teacher.
import exercise.HiddenStateMse;
import java.util.Arrays;

public class Solution implements HiddenStateMse {
    @Override
    public int[] uniformMap(int studentLayers, int teacherLayers) {
        require(studentLayers >= 1, "no student layers");
        require(studentLayers <= teacherLayers, "more student layers than teacher layers");
        var map = new int[studentLayers];
        for (int l = 0; l < studentLayers; l++) {
            map[l] = (l + 1) * teacherLayers / studentLayers - 1;
        }
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
        if (proj == null) {
            require(s[1] == t[1], "widths differ without a projection");
        } else {
            require(Arrays.equals(shape(proj), new int[]{s[1], t[1]}), "the projection does not fit");
            require(proj.length == hs.length, "one projection for each student layer");
        }
        int valid = valid(mask, s[0]);
        double sum = 0;
        for (int l = 0; l < hs.length; l++) {
            double layer = 0;
            for (int i = 0; i < mask.length; i++) {
                if (mask[i] == 1) {
                    double[] projected = proj == null ? hs[l][i] : project(hs[l][i], proj[l]);
                    for (int c = 0; c < projected.length; c++) {
                        double difference = projected[c] - ht[map[l]][i][c];
                        layer += difference * difference;
                    }
                }
            }
            sum += layer / valid / t[1];
        }
        return sum / ht.length;
    }

    @Override
    public double[][] gradProj(double[][] hs, double[][] ht, double[][] proj, int[] mask) {
        int[] s = shape(hs);
        int[] t = shape(ht);
        require(s[0] == t[0], "numbers of tokens differ");
        require(Arrays.equals(shape(proj), new int[]{s[1], t[1]}), "the projection does not fit");
        int valid = valid(mask, s[0]);
        var gradient = new double[s[1]][t[1]];
        for (int i = 0; i < mask.length; i++) {
            if (mask[i] == 1) {
                double[] projected = project(hs[i], proj);
                for (int a = 0; a < s[1]; a++) {
                    for (int c = 0; c < t[1]; c++) {
                        gradient[a][c] += 2 * hs[i][a] * (projected[c] - ht[i][c]) / valid / t[1];
                    }
                }
            }
        }
        return gradient;
    }

    private static double[] project(double[] state, double[][] proj) {
        var projected = new double[proj[0].length];
        for (int a = 0; a < state.length; a++) {
            for (int c = 0; c < projected.length; c++) {
                projected[c] += state[a] * proj[a][c];
            }
        }
        return projected;
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

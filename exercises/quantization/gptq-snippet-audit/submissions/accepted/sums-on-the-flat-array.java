// Works on the flattened matrix with sums for each group; errors from remainders.
import exercise.GptqSnippetAudit;
import java.util.Arrays;
import java.util.BitSet;

public class Solution implements GptqSnippetAudit {
    @Override
    public Seed seedQuantize(double[][] w, int group) {
        double[] flat = flat(w, group);
        int groups = flat.length / group;
        var sum = new double[groups];
        var reach = new double[groups];
        for (int i = 0; i < flat.length; i++) {
            sum[i / group] += flat[i];
            reach[i / group] = Math.max(reach[i / group], Math.abs(flat[i]));
        }
        var seed = new Seed(new int[groups][group], new double[groups], new double[groups]);
        for (int g = 0; g < groups; g++) {
            seed.zero()[g] = sum[g] / group;
            seed.scale()[g] = reach[g] > 0 ? reach[g] / 7 : 1;
        }
        for (int i = 0; i < flat.length; i++) {
            double code = Math.rint((flat[i] - seed.zero()[i / group]) / seed.scale()[i / group]);
            seed.q()[i / group][i % group] = (int) Math.max(-8, Math.min(7, code));
        }
        return seed;
    }

    @Override
    public Audit audit(double[][] w, int group) {
        Seed seed = seedQuantize(w, group);
        double[] flat = flat(w, group);
        double[] range = ranges(flat, group);
        var codes = new BitSet();
        int saturated = 0;
        double seedSum = 0;
        double seedMax = 0;
        double rtnSum = 0;
        double rtnMax = 0;
        for (int i = 0; i < flat.length; i++) {
            int g = i / group;
            int code = seed.q()[g][i % group];
            double off = (flat[i] - seed.zero()[g]) / seed.scale()[g];
            codes.set(code + 8);
            saturated += Math.rint(off) != code ? 1 : 0;
            double seedError = Math.abs(off - code) * seed.scale()[g];
            seedSum += seedError * seedError;
            seedMax = Math.max(seedMax, seedError);
            // What is left over from the nearest multiple of the step; NaN if the step is 0.
            double rtnError = flat[i] == 0 ? 0 : Math.abs(Math.IEEEremainder(flat[i], range[g] / 15));
            rtnSum += rtnError * rtnError;
            rtnMax = Math.max(rtnMax, rtnError);
        }
        return new Audit(saturated, codes.cardinality(), seedSum / flat.length, seedMax, rtnSum / flat.length,
                rtnMax);
    }

    private static double[] ranges(double[] flat, int group) {
        var low = new double[flat.length / group];
        var range = new double[low.length];
        for (int i = 0; i < flat.length; i++) {
            low[i / group] = Math.min(low[i / group], flat[i]);
            range[i / group] = Math.max(range[i / group], flat[i]);
        }
        Arrays.setAll(range, g -> range[g] - low[g]);
        return range;
    }

    private static double[] flat(double[][] w, int group) {
        if (w == null || w.length == 0 || w[0] == null || w[0].length == 0) {
            throw new IllegalArgumentException("no weights");
        }
        for (double[] row : w) {
            if (row == null || row.length != w[0].length || !Arrays.stream(row).allMatch(Double::isFinite)) {
                throw new IllegalArgumentException("not a matrix of finite numbers");
            }
        }
        if (group < 1 || w.length * w[0].length % group > 0) {
            throw new IllegalArgumentException("groups do not fit");
        }
        return Arrays.stream(w).flatMapToDouble(Arrays::stream).toArray();
    }
}

// Compares each row with its counterpart only.
import exercise.LayerwiseSqnrDebug;

public class Solution implements LayerwiseSqnrDebug {
    @Override
    public double[] sqnr(double[][][] ref, double[][][] quant) {
        check(ref, quant);
        var levels = new double[ref.length];
        for (int l = 0; l < ref.length; l++) {
            double signal = dot(ref[l], ref[l]);
            double noise = 0;
            for (int t = 0; t < ref[l].length; t++) {
                for (int f = 0; f < ref[l][t].length; f++) {
                    double error = ref[l][t][f] - quant[l][t][f];
                    noise += error * error;
                }
            }
            levels[l] = noise == 0 ? Double.POSITIVE_INFINITY : 10 * Math.log10(signal / noise);
        }
        return levels;
    }

    @Override
    public double[] cosine(double[][][] ref, double[][][] quant) {
        check(ref, quant);
        var cosines = new double[ref.length];
        for (int l = 0; l < ref.length; l++) {
            double squares = dot(ref[l], ref[l]) * dot(quant[l], quant[l]);
            require(squares > 0, "a layer of zeros has no direction");
            cosines[l] = dot(ref[l], quant[l]) / Math.sqrt(squares);
        }
        return cosines;
    }

    @Override
    public int firstBelow(double[] sqnr, double thresholdDb) {
        check(sqnr, thresholdDb);
        for (int l = 0; l < sqnr.length; l++) {
            if (sqnr[l] < thresholdDb) {
                return l;
            }
        }
        return -1;
    }

    @Override
    public int firstDrop(double[] sqnr, double dropDb) {
        check(sqnr, dropDb);
        for (int l = 1; l < sqnr.length; l++) {
            if (sqnr[l - 1] - sqnr[l] >= dropDb) {
                return l;
            }
        }
        return -1;
    }

    private static double dot(double[][] a, double[][] b) {
        double sum = 0;
        for (int t = 0; t < a.length; t++) {
            for (int f = 0; f < a[t].length; f++) {
                sum += a[t][f] * b[t][f];
            }
        }
        return sum;
    }

    private static void check(double[][][] ref, double[][][] quant) {
        require(ref != null && quant != null, "no activations");
        require(ref.length > 0 && ref.length == quant.length, "as many layers in both");
        for (int l = 0; l < ref.length; l++) {
            require(ref[l] != null && quant[l] != null, "no layer");
            require(ref[l].length > 0 && ref[l].length == quant[l].length, "as many tokens in both");
            for (int t = 0; t < ref[l].length; t++) {
                checkNumbers(ref[l][t]);
                checkNumbers(quant[l][t]);
                int width = ref[l][t].length;
                require(ref[l][t].length == width && quant[l][t].length == width, "rows of one length");
            }
        }
    }

    private static void checkNumbers(double[] numbers) {
        require(numbers != null && numbers.length > 0, "no numbers");
        for (double number : numbers) {
            require(Double.isFinite(number), "numbers must be finite");
        }
    }

    private static void check(double[] sqnr, double threshold) {
        require(!Double.isNaN(threshold), "a threshold must be a number");
        require(sqnr != null && sqnr.length > 0, "no layers");
        for (double level : sqnr) {
            require(!Double.isNaN(level), "levels must be numbers");
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}

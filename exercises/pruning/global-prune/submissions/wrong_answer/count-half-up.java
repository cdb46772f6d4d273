// Math.round for the count.
import exercise.GlobalPrune;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;

public class Solution implements GlobalPrune {
    private record Place(int layer, int index, double magnitude) {}

    @Override
    public Result prune(double[][] layers, double ratio, double cap) {
        require(layers != null && layers.length > 0, "no layers");
        require(ratio >= 0 && ratio <= 1 && cap > 0 && cap <= 1, "ratio or cap out of range");
        var places = new ArrayList<Place>();
        var spare = new int[layers.length];
        var mask = new int[layers.length][];
        for (int l = 0; l < layers.length; l++) {
            require(layers[l] != null && layers[l].length > 0, "a layer without weights");
            for (int i = 0; i < layers[l].length; i++) {
                require(Double.isFinite(layers[l][i]), "weights must be finite");
                places.add(new Place(l, i, Math.abs(layers[l][i])));
            }
            spare[l] = (int) Math.floor(cap * layers[l].length + 1e-9);
            mask[l] = new int[layers[l].length];
            Arrays.fill(mask[l], 1);
        }
        // Sorting is stable, so equal magnitudes stay in the order of layer and index.
        places.sort(Comparator.comparingDouble(Place::magnitude));
        double left = Math.round(ratio * places.size());
        for (Place place : places) {
            if (left > 0 && spare[place.layer] > 0) {
                mask[place.layer][place.index] = 0;
                spare[place.layer]--;
                left--;
            }
        }
        require(left == 0, "the caps do not allow so many");
        return new Result(mask, Arrays.stream(mask).mapToDouble(Solution::sparsity).toArray());
    }

    private static double sparsity(int[] mask) {
        return Arrays.stream(mask).filter(kept -> kept == 0).count() / (double) mask.length;
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}

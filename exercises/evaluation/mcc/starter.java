import exercise.Mcc;

/// Keep the name of the class and its public constructor without parameters.
public class Solution implements Mcc {
    @Override
    public double mcc(int[] y, int[] yhat, int classes) {
        // 1. Refuse bad arguments with IllegalArgumentException before any work.
        // 2. Count: right predictions, true labels and predicted labels of each class.
        // 3. Put the formula together. Which of its products fits an int, a long, a double?
        // 4. What if one of the two arrays names one class only?
        throw new UnsupportedOperationException("not written yet");
    }
}

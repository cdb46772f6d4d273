public class Solution implements exercise.PairSum {
    public int sum(int a, int b) {
        return a + b;
    }
}

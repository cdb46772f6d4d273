package exercise;

public interface PairSum {
    int sum(int a, int b);
}

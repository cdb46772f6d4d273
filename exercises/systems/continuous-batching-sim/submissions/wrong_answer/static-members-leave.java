// In a static batch, too, members leave when they are done.
import exercise.ContinuousBatchingSim;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

public class Solution implements ContinuousBatchingSim {
    private record Active(int leaves, long reserved) {}

    @Override
    public Sim run(int[] arrival, int[] prompt, int[] output, int maxBatch, int kvBudget, String mode) {
        check(arrival, prompt, output, maxBatch, kvBudget, mode);
        int[] order = IntStream.range(0, arrival.length)
                .boxed()
                .sorted(Comparator.comparingInt(i -> arrival[i]))
                .mapToInt(i -> i)
                .toArray();
        var finish = new int[arrival.length];
        if (mode.equals("continuous")) {
            continuous(order, arrival, prompt, output, maxBatch, kvBudget, finish);
        } else {
            continuous(order, arrival, prompt, output, maxBatch, kvBudget, finish);
        }
        int makespan = IntStream.of(finish).max().getAsInt();
        double latency = IntStream.range(0, finish.length).mapToLong(i -> finish[i] - arrival[i]).sum();
        double tokens = IntStream.of(output).asLongStream().sum();
        return new Sim(finish, makespan, latency / finish.length, tokens / ((double) maxBatch * makespan));
    }

    private static void continuous(int[] order, int[] arrival, int[] prompt, int[] output, int maxBatch,
            int kvBudget, int[] finish) {
        var active = new PriorityQueue<Active>(Comparator.comparingInt(Active::leaves));
        long free = kvBudget;
        int t = 0;
        for (int i : order) {
            t = Math.max(t, arrival[i]);
            long reserved = (long) prompt[i] + output[i];
            while (active.size() == maxBatch || free < reserved) {
                Active first = active.remove();
                t = Math.max(t, first.leaves);
                free += first.reserved;
            }
            finish[i] = t + output[i];
            active.add(new Active(finish[i], reserved));
            free -= reserved;
        }
    }

    private static void batches(int[] order, int[] arrival, int[] prompt, int[] output, int maxBatch,
            int kvBudget, int[] finish) {
        int t = 0;
        int done = 0;
        int members = 0;
        long free = kvBudget;
        for (int i : order) {
            long reserved = (long) prompt[i] + output[i];
            if (members == maxBatch || free < reserved || arrival[i] > t) {
                t = Math.max(done, arrival[i]);
                members = 0;
                free = kvBudget;
            }
            finish[i] = t + output[i];
            done = Math.max(done, finish[i]);
            members++;
            free -= reserved;
        }
    }

    private static void check(int[] arrival, int[] prompt, int[] output, int maxBatch, int kvBudget,
            String mode) {
        require(arrival != null && prompt != null && output != null && arrival.length > 0, "no requests");
        require(arrival.length == prompt.length && arrival.length == output.length, "lengths differ");
        require(maxBatch >= 1, "no slots");
        require("continuous".equals(mode) || "static".equals(mode), "unknown mode");
        for (int i = 0; i < arrival.length; i++) {
            require(arrival[i] >= 0 && prompt[i] >= 0 && output[i] >= 1, "a number is out of its range");
            require((long) prompt[i] + output[i] <= kvBudget, "a request that never fits");
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}

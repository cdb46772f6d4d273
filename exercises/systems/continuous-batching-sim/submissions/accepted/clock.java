import exercise.ContinuousBatchingSim;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A clock that jumps to the next arrival or to the next finish, whichever the head of the line
/// waits for.
public class Solution implements ContinuousBatchingSim {
    private record Request(int index, int arrival, int output, long tokens) {}

    @Override
    public Sim run(int[] arrival, int[] prompt, int[] output, int maxBatch, int kvBudget, String mode) {
        check(arrival, prompt, output, maxBatch, kvBudget, mode);
        Deque<Request> line = IntStream.range(0, arrival.length)
                .mapToObj(i -> new Request(i, arrival[i], output[i], (long) prompt[i] + output[i]))
                .sorted(Comparator.comparingInt(Request::arrival))
                .collect(Collectors.toCollection(ArrayDeque::new));
        var finish = new int[arrival.length];
        Comparator<Request> byFinish = Comparator.comparingInt(request -> finish[request.index]);
        var active = new PriorityQueue<>(byFinish);
        long used = 0;
        int now = 0;
        int batch = now;
        while (!line.isEmpty()) {
            while (!active.isEmpty() && finish[active.element().index] <= now) {
                used -= active.remove().tokens;
            }
            Request head = line.element();
            boolean open = mode.equals("continuous") || active.isEmpty() || batch == now;
            if (head.arrival > now) {
                now = head.arrival;
            } else if (open && active.size() < maxBatch && used + head.tokens <= kvBudget) {
                finish[head.index] = now + head.output;
                active.add(line.remove());
                used += head.tokens;
                batch = now;
            } else {
                now = finish[active.element().index];
            }
        }
        int makespan = Arrays.stream(finish).max().getAsInt();
        double latency = IntStream.range(0, finish.length).mapToDouble(i -> finish[i] - arrival[i]).sum();
        double tokens = Arrays.stream(output).asDoubleStream().sum();
        return new Sim(finish, makespan, latency / finish.length, tokens / maxBatch / makespan);
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

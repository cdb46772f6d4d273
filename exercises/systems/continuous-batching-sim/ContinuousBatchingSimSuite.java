package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertExact;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.ContinuousBatchingSim;
import exercise.ContinuousBatchingSim.Sim;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Finishes and the makespan are compared exactly; the two quotients have the default
/// tolerance, 1e-9 absolute plus 1e-9 relative, and right solutions differ by 1e-16
/// relative, as their sums are whole numbers below 2⁵³.
class ContinuousBatchingSimSuite {
    private static final String[] MODES = {"continuous", "static"};

    /// What [ContinuousBatchingSim#run] takes, but for the mode.
    private record Load(int[] arrival, int[] prompt, int[] output, int maxBatch, int kvBudget) {
        static final Load EXAMPLE = new Load(new int[]{0, 0, 1, 2, 9}, new int[]{4, 4, 4, 8, 2},
                new int[]{2, 6, 3, 2, 1}, 2, 100);

        Sim run(ContinuousBatchingSim candidate, String mode) {
            return candidate.run(arrival, prompt, output, maxBatch, kvBudget, mode);
        }
    }

    @Test
    @Points(20)
    @About("continuous")
    @Sample
    void members_leave_and_others_take_their_place(ContinuousBatchingSim candidate) {
        assertClose(new Sim(new int[]{2, 6, 5, 7, 10}, 10, 3.6, 0.7),
                Load.EXAMPLE.run(candidate, "continuous"));
    }

    @Test
    @Points(20)
    @About("static")
    void a_batch_stays_until_all_are_done(ContinuousBatchingSim candidate) {
        assertClose(new Sim(new int[]{2, 6, 9, 8, 10}, 10, 4.6, 0.7), Load.EXAMPLE.run(candidate, "static"));
        // a batch begins with those that are there, and does not wait for others
        var sparse = new Load(new int[]{0, 1, 1, 1, 1}, new int[5], new int[]{3, 1, 2, 4, 1}, 3, 10);
        assertClose(new Sim(new int[]{3, 4, 5, 7, 8}, 8, 23 / 5.0, 11 / 24.0),
                sparse.run(candidate, "static"));
        // 5 + 4 tokens of 11 are reserved, and the third request needs all of them
        var tight = new Load(new int[]{0, 0, 0, 0}, new int[]{4, 2, 2, 1}, new int[]{1, 2, 9, 1}, 4, 11);
        assertClose(new Sim(new int[]{1, 2, 11, 12}, 12, 26 / 4.0, 13 / 48.0),
                tight.run(candidate, "static"));
        // a single slot: both modes are the same
        var single = new Load(new int[]{3, 0, 4}, new int[]{1, 1, 1}, new int[]{2, 5, 1}, 1, 6);
        for (String mode : MODES) {
            assertClose(new Sim(new int[]{7, 5, 8}, 8, 13 / 3.0, 1), single.run(candidate, mode));
        }
    }

    @Test
    @Points(15)
    @About("budget")
    void nobody_overtakes_a_request_that_does_not_fit(ContinuousBatchingSim candidate) {
        var example = Load.EXAMPLE;
        var tight = new Load(example.arrival, example.prompt, example.output, 2, 17);
        assertExact(new int[]{2, 6, 5, 8, 10}, tight.run(candidate, "continuous").finish());
        // the third would fit beside the first; with 10 tokens it just fits beside the second
        int[] arrival = {0, 0, 0};
        int[] prompt = {4, 6, 1};
        int[] output = {2, 2, 1};
        for (String mode : MODES) {
            assertExact(new int[]{2, 4, 3},
                    new Load(arrival, prompt, output, 3, 10).run(candidate, mode).finish());
            assertExact(new int[]{2, 4, 5},
                    new Load(arrival, prompt, output, 3, 9).run(candidate, mode).finish());
            assertExact(new int[]{2, 2, 3},
                    new Load(arrival, prompt, output, 3, 14).run(candidate, mode).finish());
            assertExact(new int[]{2, 2, 1},
                    new Load(arrival, prompt, output, 3, 16).run(candidate, mode).finish());
        }
        // two members must leave before there is room, and both of them give theirs back
        var wide = new Load(new int[4], new int[]{0, 0, 5, 0}, new int[]{3, 5, 5, 1}, 4, 10);
        assertExact(new int[]{3, 5, 10, 11}, wide.run(candidate, "continuous").finish());
        // reservations together exceed an int
        int billion = 1_000_000_000;
        var large = new Load(new int[3], new int[]{billion, billion, billion}, new int[]{7, 8, 9}, 3,
                billion + 9);
        for (String mode : MODES) {
            assertExact(new int[]{7, 15, 24}, large.run(candidate, mode).finish());
            var most = new Load(new int[3], new int[]{billion, billion, billion}, new int[]{7, 8, 9}, 3,
                    Integer.MAX_VALUE);
            int third = mode.equals("static") ? 17 : 16;
            assertExact(new int[]{7, 8, third}, most.run(candidate, mode).finish());
        }
    }

    @Test
    @Points(10)
    @About("idle")
    void the_clock_jumps_over_idle_gaps(ContinuousBatchingSim candidate) {
        var gap = new Load(new int[]{1_000_000_000, 5}, new int[]{1, 1}, new int[]{3, 2}, 2, 10);
        for (String mode : MODES) {
            assertClose(new Sim(new int[]{1_000_000_003, 7}, 1_000_000_003, 2.5, 5 / 2_000_000_006.0),
                    gap.run(candidate, mode));
            // done exactly when the next arrives, one step before and one after
            for (int arrival = 5; arrival <= 7; arrival++) {
                var next = new Load(new int[]{2, arrival}, new int[2], new int[]{4, 3}, 1, 5);
                int finish = Math.max(6, arrival) + 3;
                assertExact(new int[]{6, finish}, next.run(candidate, mode).finish());
            }
        }
    }

    @Test
    @Points(10)
    @About("order")
    void first_come_first_served(ContinuousBatchingSim candidate, Draw draw) {
        var single = new Load(new int[]{5, 0, 5, 0}, new int[4], new int[]{1, 2, 3, 4}, 1, 4);
        for (String mode : MODES) {
            assertExact(new int[]{7, 2, 10, 6}, single.run(candidate, mode).finish());
        }
        // The same requests in another order: each keeps its finish.
        int n = 12;
        int[] arrival = draw.permutation(n);
        int[] output = draw.integers(n, 1, 9);
        int[] prompt = draw.integers(n, 0, 9);
        int[] order = draw.permutation(n);
        var load = new Load(arrival, prompt, output, 3, 30);
        var moved = new Load(at(order, arrival), at(order, prompt), at(order, output), 3, 30);
        for (String mode : MODES) {
            assertExact(at(order, stepped(load, mode)), moved.run(candidate, mode).finish());
        }
    }

    @Test
    @Points(10)
    @About("properties")
    void continuous_is_never_later_than_static(ContinuousBatchingSim candidate, Draw draw) {
        for (int round = 0; round < 60; round++) {
            int n = draw.integer(1, 15);
            int[] prompt = draw.integers(n, 0, draw.integer(0, 9));
            int[] output = draw.integers(n, 1, draw.integer(1, 9));
            int largest = IntStream.range(0, n).map(i -> prompt[i] + output[i]).max().getAsInt();
            var load = new Load(draw.integers(n, 0, draw.integer(0, 40)), prompt, output, draw.integer(1, 5),
                    largest + draw.integer(0, 20));
            Sim continuous = load.run(candidate, "continuous");
            Sim whole = load.run(candidate, "static");
            assertClose(summary(load, stepped(load, "continuous")), continuous);
            assertClose(summary(load, stepped(load, "static")), whole);
            for (int i = 0; i < n; i++) {
                assertHolds(continuous.finish()[i] <= whole.finish()[i],
                        "request %s: %s continuous, %s static", i, continuous.finish()[i], whole.finish()[i]);
            }
        }
        assertPure(candidate);
    }

    @Test
    @Points(5)
    @About("validation")
    void refuses_what_cannot_be_served(ContinuousBatchingSim candidate) {
        int[] good = {1, 2, 3};
        for (String mode : MODES) {
            for (int[] bad : new int[][]{null, {}, {1, 2}, {1, 2, 3, 4}, {-1, 2, 3},
                    {1, 2, Integer.MIN_VALUE}}) {
                String what = Arrays.toString(bad);
                assertRejects("arrival = " + what, () -> candidate.run(bad, good, good, 2, 100, mode));
                assertRejects("prompt = " + what, () -> candidate.run(good, bad, good, 2, 100, mode));
                assertRejects("output = " + what, () -> candidate.run(good, good, bad, 2, 100, mode));
            }
            int[] none = {};
            assertRejects("no requests", () -> candidate.run(none, none, none, 2, 100, mode));
            assertRejects("output = 0", () -> candidate.run(good, good, new int[]{1, 0, 3}, 2, 100, mode));
            for (int slots : new int[]{0, -1, Integer.MIN_VALUE}) {
                assertRejects("maxBatch = " + slots, () -> candidate.run(good, good, good, slots, 100, mode));
            }
            for (int budget : new int[]{5, 0, -1, Integer.MIN_VALUE}) {
                assertRejects("kvBudget = " + budget, () -> candidate.run(good, good, good, 2, budget, mode));
            }
            int most = Integer.MAX_VALUE;
            assertRejects("prompt + output beyond an int",
                    () -> candidate.run(good, new int[]{1, most, 3}, good, 2, most, mode));
            // The last one needs the whole budget; the first has no prompt and is there from the start.
            assertExact(new int[]{1, 5, 8},
                    candidate.run(new int[]{0, 3, 4}, new int[]{0, 2, 3}, new int[]{1, 2, 3}, 1, 6, mode)
                            .finish());
        }
        for (String mode : new String[]{null, "", "Continuous", "static ", "dynamic", "STATIC"}) {
            assertRejects("mode = " + mode, () -> candidate.run(good, good, good, 2, 100, mode));
        }
    }

    @Test
    @Points(10)
    @About("scale")
    void a_hundred_thousand_requests(ContinuousBatchingSim candidate, Draw draw) {
        Load.EXAMPLE.run(candidate, "continuous");
        int n = 100_000;
        int[] output = draw.integers(n, 50_000, 100_000);
        var load = new Load(draw.integers(n, 0, 1000), draw.integers(n, 1, 1000), output, 64,
                Integer.MAX_VALUE);
        Sim sim = load.run(candidate, "continuous");
        assertClose(summary(load, sim.finish()), sim);
        long tokens = Arrays.stream(output).asLongStream().sum();
        // All slots are taken but in the beginning and at the end.
        assertHolds(sim.makespan() >= tokens / 64 && sim.makespan() <= tokens / 64 + 101_000,
                "%s tokens on 64 slots take %s steps", tokens, sim.makespan());
        // Equal requests that are all there: 64 are done at once, every 1000 steps.
        var equal = new int[n];
        Arrays.fill(equal, 1000);
        int[] finish = IntStream.range(0, n).map(i -> 1000 * (i / 64 + 1)).toArray();
        var rounds = new Load(new int[n], new int[n], equal, 64, 64_000);
        for (String mode : MODES) {
            assertClose(summary(rounds, finish), rounds.run(candidate, mode));
        }
    }

    private static int[] at(int[] order, int[] numbers) {
        return Arrays.stream(order).map(i -> numbers[i]).toArray();
    }

    private static Sim summary(Load load, int[] finish) {
        assertHolds(finish != null && finish.length == load.arrival.length, "finish: %s",
                Arrays.toString(finish));
        long latency = 0;
        long tokens = 0;
        int makespan = 0;
        for (int i = 0; i < finish.length; i++) {
            latency += finish[i] - load.arrival[i];
            tokens += load.output[i];
            makespan = Math.max(makespan, finish[i]);
        }
        double utilisation = (double) tokens / ((long) load.maxBatch * makespan);
        return new Sim(finish, makespan, (double) latency / finish.length, utilisation);
    }

    /// Step by step, as the statement says.
    private static int[] stepped(Load load, String mode) {
        int n = load.arrival.length;
        var line = new ArrayList<Integer>(IntStream.range(0, n).boxed().toList());
        line.sort((i, j) -> Integer.compare(load.arrival[i], load.arrival[j]));
        var active = new ArrayList<Integer>();
        int[] left = load.output.clone();
        var finish = new int[n];
        for (int t = 0; !line.isEmpty() || !active.isEmpty(); t++) {
            boolean open = mode.equals("continuous") || active.isEmpty();
            while (open
                    && !line.isEmpty()
                    && load.arrival[line.getFirst()] <= t
                    && active.size() < load.maxBatch) {
                int head = line.getFirst();
                int reserved = active.stream().mapToInt(i -> load.prompt[i] + load.output[i]).sum();
                if (reserved + load.prompt[head] + load.output[head] > load.kvBudget) {
                    break;
                }
                active.add(line.removeFirst());
            }
            for (int i : active) {
                left[i]--;
                if (left[i] == 0) {
                    finish[i] = t + 1;
                }
            }
            if (mode.equals("continuous")) {
                active.removeIf(i -> left[i] == 0);
            } else if (active.stream().allMatch(i -> left[i] <= 0)) {
                active.clear();
            }
        }
        return finish;
    }
}

package exercise.hidden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertPure;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.TopkTeacherCache;
import exercise.TopkTeacherCache.Cached;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Real numbers are compared with the default tolerance, 1e-9 absolute plus 1e-9
/// relative. Right solutions that sum in another order or subtract an entropy from a
/// cross-entropy stay below 1 % of it. Probabilities stored in single precision exceed
/// it ten times, `ln(q + 1e-12)` 10⁸ times where the student is far off. Random logits
/// are distinct, with gaps that no rounding can close; ties are exact.
class TopkTeacherCacheSuite {
    private static final double[] TEACHER = {3, 1, 0.2, 2, -1};
    private static final double[] STUDENT = {2, 2, 0, 1, 0};

    @Test
    @Points(15)
    @About("example")
    @Sample
    void worked_example(TopkTeacherCache candidate) {
        var cached = new Cached(new int[]{0, 3}, new double[]{0.6224593312018546, 0.3775406687981455});
        assertClose(cached, candidate.cache(TEACHER, 2, 2));
        assertClose(2.9303163183992673, candidate.loss(cached, STUDENT, 2));
        assertEquals(300_000_000_000L, candidate.bytes(1_000_000_000, 50, 4, 2));
    }

    @Test
    @Points(15)
    @About("cache")
    void logits_fall_and_probabilities_sum_to_one(TopkTeacherCache candidate, Draw draw) {
        // Powers of e: 9/12 and 3/12 at temperature 1, 3/(3+√3) and √3/(3+√3) at 2.
        double[] powers = {0, Math.log(9), -5, Math.log(3)};
        assertClose(new Cached(new int[]{1, 3}, new double[]{0.75, 0.25}), candidate.cache(powers, 2, 1));
        double third = 3 / (3 + Math.sqrt(3));
        var hot = new Cached(new int[]{1, 3}, new double[]{third, 1 - third});
        assertClose(hot, candidate.cache(powers, 2, 2));
        assertClose(new Cached(new int[]{1}, new double[]{1}), candidate.cache(powers, 1, 3));
        for (int round = 0; round < 5; round++) {
            int words = draw.integer(3, 12);
            int k = draw.integer(2, words);
            double[] teacher = distinct(draw, words);
            double temperature = draw.uniform(0.4, 6);
            Cached expected = cache(teacher, k, temperature);
            Cached actual = candidate.cache(teacher, k, temperature);
            assertClose(expected, actual);
            double sum = Arrays.stream(actual.prob()).sum();
            assertHolds(Math.abs(sum - 1) <= 1e-9, "the probabilities sum to %s", sum);
            assertClose(expected, candidate.cache(teacher, k, temperature));
            double[] other = distinct(draw, words);
            assertClose(cache(other, k, temperature), candidate.cache(other, k, temperature));
            assertClose(cache(teacher, words, 1), candidate.cache(teacher, words, 1));
        }
        // The order is that of the logits, also where probabilities have underflowed.
        double[] extreme = {-1e4, 1e4, -9e3, -5e3};
        var falling = new Cached(new int[]{1, 3, 2, 0}, new double[]{1, 0, 0, 0});
        assertClose(falling, candidate.cache(extreme, 4, 1));
        assertPure(candidate);
    }

    @Test
    @Points(15)
    @About("ties")
    void equal_logits_keep_the_order_of_their_indices(TopkTeacherCache candidate, Draw draw) {
        double[] all = {2, 2, 2, 2};
        assertClose(new Cached(new int[]{0, 1, 2}, new double[]{1.0 / 3, 1.0 / 3, 1.0 / 3}),
                candidate.cache(all, 3, 5));
        double[] some = {-1, 4, 0, 4, -1, 0, 4};
        int[] order = {1, 3, 6, 2, 5, 0, 4};
        for (int k = 1; k <= 7; k++) {
            assertClose(probabilities(some, Arrays.copyOf(order, k), 2), candidate.cache(some, k, 2));
        }
        int words = 40;
        var teacher = new double[words];
        for (int word = 0; word < words; word++) {
            teacher[word] = draw.integer(-2, 2);
        }
        int k = draw.integer(10, 30);
        assertClose(cache(teacher, k, 3), candidate.cache(teacher, k, 3));
    }

    @Test
    @Points(20)
    @About("loss")
    void the_whole_cache_gives_the_whole_divergence(TopkTeacherCache candidate, Draw draw) {
        // Cached (3/4, 1/4), student (1/2, 1/4, 1/4): 3/4·ln(3/2) + 0.
        double[] half = {0, Math.log(2), 0};
        var given = new Cached(new int[]{1, 2}, new double[]{0.75, 0.25});
        assertClose(0.75 * Math.log(1.5), candidate.loss(given, half, 1));
        var turned = new Cached(new int[]{2, 1}, new double[]{0.25, 0.75});
        assertClose(0.75 * Math.log(1.5), candidate.loss(turned, half, 1));
        for (double temperature : new double[]{0.5, 1, 2, 7}) {
            int words = draw.integer(3, 9);
            double[] teacher = distinct(draw, words);
            double[] student = draw.vector(words, -3, 3);
            Cached whole = cache(teacher, words, temperature);
            assertClose(loss(whole, student, temperature), candidate.loss(whole, student, temperature));
            assertClose(0.0, candidate.loss(whole, teacher.clone(), temperature));
            double[] moved = Arrays.stream(teacher).map(logit -> logit + 17).toArray();
            assertClose(0.0, candidate.loss(whole, moved, temperature));
            int k = draw.integer(1, words - 1);
            Cached part = cache(teacher, k, temperature);
            assertClose(loss(part, student, temperature), candidate.loss(part, student, temperature));
        }
        // A probability of 0 adds nothing, not even where the student has underflowed.
        double[] one = {1e4, -1e4};
        assertClose(0.0, candidate.loss(new Cached(new int[]{0, 1}, new double[]{1, 0}), one, 1));
        assertClose(8e4, candidate.loss(new Cached(new int[]{1, 0}, new double[]{1, 0}), one, 4));
        // Stored probabilities are taken as they are.
        var rounded = new Cached(new int[]{0, 1}, new double[]{0.75, 0.2500005});
        assertClose(loss(rounded, half, 1), candidate.loss(rounded, half, 1));
        assertPure(candidate);
    }

    @Test
    @Points(15)
    @About("outside")
    void the_student_pays_for_what_it_puts_outside(TopkTeacherCache candidate, Draw draw) {
        // Right proportions inside, half of the probability outside.
        var cached = new Cached(new int[]{0, 1}, new double[]{0.75, 0.25});
        double[] student = {Math.log(3), 0, Math.log(4)};
        assertClose(Math.log(2), candidate.loss(cached, student, 1));
        double[] teacher = distinct(draw, 8);
        for (double temperature : new double[]{1, 3}) {
            Cached top = cache(teacher, 3, temperature);
            double[] same = teacher.clone();
            double inside = 0;
            double all = 0;
            for (int word = 0; word < 8; word++) {
                double power = Math.exp(same[word] / temperature);
                boolean kept = word == top.index()[0] || word == top.index()[1] || word == top.index()[2];
                inside += kept ? power : 0;
                all += power;
            }
            double expected = temperature * temperature * Math.log(all / inside);
            assertHolds(candidate.loss(top, same, temperature) > 1e-6, "mass outside costs nothing");
            assertClose(expected, candidate.loss(top, same, temperature));
        }
        // All of the student's mass on a word that is not cached.
        double[] far = {-1e4, -1e4, 1e4};
        assertClose(2e4 - entropy(cached), candidate.loss(cached, far, 1));
        double[] low = {-9e3, -9e3, -1e4};
        assertClose(Math.log(2) - entropy(cached), candidate.loss(cached, low, 1));
    }

    @Test
    @Points(10)
    @About("bytes")
    void sizes_are_counted_in_long(TopkTeacherCache candidate) {
        assertEquals(2L, candidate.bytes(1, 1, 1, 1));
        assertEquals(3L * 5 * 9, candidate.bytes(3, 5, 7, 2));
        assertEquals(3L * 5 * 9, candidate.bytes(3, 5, 2, 7));
        assertEquals(10_000_000_000L * 64 * 8, candidate.bytes(10_000_000_000L, 64, 4, 4));
        assertEquals(3_200_000_000L, candidate.bytes(1, 100_000_000, 16, 16));
        assertEquals(4_000_000_000L, candidate.bytes(1, 1, 2_000_000_000, 2_000_000_000));
    }

    @Test
    @Points(5)
    @About("validation")
    void refuses_what_is_no_distribution(TopkTeacherCache candidate) {
        var good = new Cached(new int[]{0, 3}, new double[]{0.75, 0.25});
        double[][] broken = {null, {}, {1, Double.NaN, 0, 1}, {Double.POSITIVE_INFINITY, 0, 0, 0},
                {0, 0, 0, Double.NEGATIVE_INFINITY}};
        for (double[] bad : broken) {
            assertRejects("teacher " + Arrays.toString(bad), () -> candidate.cache(bad, 1, 2));
            assertRejects("student " + Arrays.toString(bad), () -> candidate.loss(good, bad, 2));
        }
        for (int k : new int[]{-1, 0, 6}) {
            assertRejects("k = " + k, () -> candidate.cache(TEACHER, k, 2));
        }
        double[] never = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (double bad : never) {
            assertRejects("cache with T = " + bad, () -> candidate.cache(TEACHER, 2, bad));
            assertRejects("loss with T = " + bad, () -> candidate.loss(good, STUDENT, bad));
        }
        brokenCaches(candidate);
        assertRejects("tokens = 0", () -> candidate.bytes(0, 1, 1, 1));
        assertRejects("k = 0", () -> candidate.bytes(1, 0, 1, 1));
        assertRejects("idBytes = 0", () -> candidate.bytes(1, 1, 0, 1));
        assertRejects("probBytes = 0", () -> candidate.bytes(1, 1, 1, 0));
        assertRejects("two negative arguments", () -> candidate.bytes(-1, -1, 1, 1));
        // What is just within bounds is fine.
        double[] single = {-3};
        assertClose(new Cached(new int[]{0}, new double[]{1}), candidate.cache(single, 1, 0.5));
        for (double last : new double[]{0.2500005, 0.2499995}) {
            var near = new Cached(new int[]{4, 0}, new double[]{0.75, last});
            assertClose(loss(near, STUDENT, 1), candidate.loss(near, STUDENT, 1));
        }
    }

    @Test
    @Points(5)
    @About("scale")
    void a_large_vocabulary(TopkTeacherCache candidate, Draw draw) {
        double[] teacher = draw.vector(50_000, -1, 1);
        double[] student = draw.vector(50_000, -2, 2);
        var order = new int[20];
        for (int i = 0; i < 20; i++) {
            order[i] = 49_000 - 2_000 * i;
            teacher[order[i]] = 9 - 0.25 * i;
        }
        Cached expected = probabilities(teacher, order, 2);
        assertClose(expected, candidate.cache(teacher, 20, 2));
        assertClose(loss(expected, student, 2), candidate.loss(expected, student, 2));
    }

    private static void brokenCaches(TopkTeacherCache candidate) {
        assertRejects("cache = null", () -> candidate.loss(null, STUDENT, 2));
        double[] two = {0.75, 0.25};
        for (int[] index : new int[][]{null, {}, {0}, {0, 3, 4}, {3, 3}, {0, 5}, {-1, 0}}) {
            assertRejects("index " + Arrays.toString(index),
                    () -> candidate.loss(new Cached(index, two), STUDENT, 2));
        }
        int[] pair = {0, 3};
        double[][] probabilities = {null, {}, {1}, {0.5, 0.25, 0.25}, {-0.25, 1.25}, {0.75, 0.250002},
                {0.75, 0.249998}, {0, 0}, {Double.NaN, 1}, {0, Double.POSITIVE_INFINITY}};
        for (double[] prob : probabilities) {
            assertRejects("prob " + Arrays.toString(prob),
                    () -> candidate.loss(new Cached(pair, prob), STUDENT, 2));
        }
        var none = new Cached(new int[0], new double[0]);
        assertRejects("an empty cache", () -> candidate.loss(none, STUDENT, 2));
    }

    /// Distinct logits, at least 0.1 apart, in random order.
    private static double[] distinct(Draw draw, int words) {
        int[] order = draw.permutation(words);
        return Arrays.stream(order).mapToDouble(place -> 0.4 * place - 2 + draw.uniform(0, 0.3)).toArray();
    }

    /// A word belongs to place i if exactly i words go before it.
    private static Cached cache(double[] teacher, int k, double temperature) {
        var index = new int[k];
        for (int word = 0; word < teacher.length; word++) {
            int place = 0;
            for (int other = 0; other < teacher.length; other++) {
                boolean tie = teacher[other] == teacher[word];
                place += teacher[other] > teacher[word] || tie && other < word ? 1 : 0;
            }
            if (place < k) {
                index[place] = word;
            }
        }
        return probabilities(teacher, index, temperature);
    }

    /// For moderate logits only, as is [#loss].
    private static Cached probabilities(double[] teacher, int[] index, double temperature) {
        double[] prob = Arrays.stream(index)
                .mapToDouble(word -> Math.exp(teacher[word] / temperature))
                .toArray();
        double sum = Arrays.stream(prob).sum();
        return new Cached(index, Arrays.stream(prob).map(power -> power / sum).toArray());
    }

    private static double loss(Cached cached, double[] student, double temperature) {
        double mass = Arrays.stream(student).map(logit -> Math.exp(logit / temperature)).sum();
        double sum = 0;
        for (int i = 0; i < cached.index().length; i++) {
            double q = Math.exp(student[cached.index()[i]] / temperature) / mass;
            sum += cached.prob()[i] * Math.log(cached.prob()[i] / q);
        }
        return temperature * temperature * sum;
    }

    private static double entropy(Cached cached) {
        return -Arrays.stream(cached.prob()).map(p -> p * Math.log(p)).sum();
    }
}

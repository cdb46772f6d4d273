package exercise.hidden;

import static touchstone.judge.authoring.Assert.assertClose;
import static touchstone.judge.authoring.Assert.assertExact;
import static touchstone.judge.authoring.Assert.assertHolds;
import static touchstone.judge.authoring.Assert.assertRejects;

import exercise.RooflineLatency;
import exercise.RooflineLatency.Roof;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Assert.Tolerance;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.Sample;

/// Where a test asks for `memoryBound`, the two times differ by 1e-5 of their size at
/// least, or are powers of two, for which every way of comparing them is exact. The
/// quotients that are rounded up keep 2e-6 off whole numbers, except in the tests of
/// whole numbers, where the allowance of 1e-9 covers every way of dividing.
class RooflineLatencySuite {
    /// Times are as short as nanoseconds: an absolute tolerance of 1e-9 would accept
    /// anything there, and single precision even in milliseconds. Right solutions in
    /// exact decimals, by other formulas or with logarithms of times stay below 1e-5 of
    /// this bound; single precision exceeds it 30 times in the worked example.
    private static final Tolerance RELATIVE = new Tolerance(0, 1e-9);

    /// The device of the statement: ridge point at 156 FLOPs for each byte.
    private static final double PEAK = 312e12;
    private static final double BANDWIDTH = 2e12;

    private static final double[] NOT_POSITIVE = {0, -0.0, -1, -14e9, -1e-300};
    private static final double[] NOT_FINITE = {Double.NaN, Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY};

    private record Device(double peak, double bandwidth) {
        static Device draw(Draw draw) {
            double bandwidth = Math.pow(10, draw.uniform(10, 13));
            return new Device(bandwidth * draw.uniform(20, 600), bandwidth);
        }

        double ridge() {
            return peak / bandwidth;
        }
    }

    @Test
    @Points(10)
    @About("decode")
    @Sample
    void worked_example(RooflineLatency candidate) {
        assertClose(new Roof(0.007, true, 1), candidate.roof(14e9, 14e9, PEAK, BANDWIDTH), RELATIVE);
    }

    @Test
    @Points(10)
    @About("decode")
    void memory_bound_work_takes_as_long_as_its_bytes(RooflineLatency candidate, Draw draw) {
        // 4000 bytes in 2 ns, 2000 FLOPs in 6.4 ps
        var tiny = new Roof(2e-9, true, 0.5);
        assertClose(tiny, candidate.roof(2e3, 4e3, PEAK, BANDWIDTH), RELATIVE);
        // the same work where memory is ten times as slow
        assertClose(new Roof(2e-8, true, 0.5), candidate.roof(2e3, 4e3, PEAK, 0.2e12), RELATIVE);
        for (int round = 0; round < 20; round++) {
            var device = Device.draw(draw);
            double seconds = Math.pow(10, draw.uniform(-9, 2));
            double intensity = device.ridge() * draw.uniform(0.01, 0.95);
            double bytes = seconds * device.bandwidth;
            assertClose(
                    new Roof(seconds, true, intensity),
                    candidate.roof(intensity * bytes, bytes, device.peak, device.bandwidth), RELATIVE);
        }
        assertClose(tiny, candidate.roof(2e3, 4e3, PEAK, BANDWIDTH), RELATIVE);
    }

    @Test
    @Points(10)
    @About("prefill")
    void prefill_takes_as_long_as_its_arithmetic(RooflineLatency candidate, Draw draw) {
        // 2048 · 14e9 / 312e12 = 28.672 / 312 seconds
        assertClose(
                new Roof(28.672 / 312, false, 2048),
                candidate.roof(2048 * 14e9, 14e9, PEAK, BANDWIDTH), RELATIVE);
        for (int round = 0; round < 20; round++) {
            var device = Device.draw(draw);
            double seconds = Math.pow(10, draw.uniform(-9, 2));
            double intensity = device.ridge() * draw.uniform(1.05, 50);
            double flops = seconds * device.peak;
            assertClose(
                    new Roof(seconds, false, intensity),
                    candidate.roof(flops, flops / intensity, device.peak, device.bandwidth), RELATIVE);
        }
    }

    @Test
    @Points(5)
    @About("ridge")
    void only_longer_transfers_make_work_memory_bound(RooflineLatency candidate) {
        double step = 1 + 0x1p-16;
        for (double seconds : new double[]{0x1p-30, 1, 0x1p10}) {
            assertClose(
                    new Roof(seconds, false, 128),
                    candidate.roof(seconds * 0x1p48, seconds * 0x1p41, 0x1p48, 0x1p41), RELATIVE);
            for (double ridge : new double[]{128, 2.5, 0.375}) {
                double peak = ridge * 0x1p41;
                double flops = seconds * peak;
                double bytes = seconds * 0x1p41;
                assertClose(
                        new Roof(seconds * step, true, ridge / step),
                        candidate.roof(flops, bytes * step, peak, 0x1p41), RELATIVE);
                assertClose(
                        new Roof(seconds * step, false, ridge * step),
                        candidate.roof(flops * step, bytes, peak, 0x1p41), RELATIVE);
            }
        }
        // less than one of anything
        assertClose(new Roof(0.25, false, 2), candidate.roof(0.5, 0.25, 2, 4), RELATIVE);
        assertClose(new Roof(0.5, true, 0.25), candidate.roof(0.125, 0.5, 0.5, 1), RELATIVE);
    }

    @Test
    @Points(15)
    @About("int4")
    void a_quarter_of_the_bytes_helps_only_while_memory_is_the_limit(RooflineLatency candidate, Draw draw) {
        assertClose(new Roof(0.00175, true, 4), candidate.roof(14e9, 3.5e9, PEAK, BANDWIDTH), RELATIVE);
        assertClose(
                new Roof(28.672 / 312, false, 8192),
                candidate.roof(2048 * 14e9, 3.5e9, PEAK, BANDWIDTH), RELATIVE);
        // Batch 100 crosses the ridge: 7 ms of traffic become 1.4 / 312 s of arithmetic.
        assertClose(new Roof(0.007, true, 100), candidate.roof(1.4e12, 14e9, PEAK, BANDWIDTH), RELATIVE);
        assertClose(
                new Roof(1.4 / 312, false, 400),
                candidate.roof(1.4e12, 3.5e9, PEAK, BANDWIDTH), RELATIVE);
        double[][] regimes = {{0.01, 0.24}, {0.26, 0.98}, {1.02, 20}};
        for (int round = 0; round < 15; round++) {
            var device = Device.draw(draw);
            double ofRidge = draw.uniform(regimes[round % 3][0], regimes[round % 3][1]);
            double bytes = Math.pow(10, draw.uniform(7, 12));
            double flops = ofRidge * device.ridge() * bytes;
            Roof half = candidate.roof(flops, bytes, device.peak, device.bandwidth);
            Roof quarter = candidate.roof(flops, bytes / 4, device.peak, device.bandwidth);
            // all four times, then up to the ridge, then nothing
            assertClose(Math.min(4, Math.max(1, 1 / ofRidge)), half.seconds() / quarter.seconds(), RELATIVE);
            assertClose(4 * half.intensity(), quarter.intensity(), RELATIVE);
            assertExact(ofRidge < 1, half.memoryBound());
            assertExact(ofRidge < 0.25, quarter.memoryBound());
        }
    }

    @Test
    @Points(10)
    @About("break-even")
    void enough_sequences_to_keep_the_arithmetic_busy(RooflineLatency candidate, Draw draw) {
        assertExact(312, candidate.breakEvenBatch(4, PEAK, BANDWIDTH));
        assertExact(156, candidate.breakEvenBatch(2, PEAK, BANDWIDTH));
        assertExact(78, candidate.breakEvenBatch(1, PEAK, BANDWIDTH));
        assertExact(39, candidate.breakEvenBatch(0.5, PEAK, BANDWIDTH));
        // 4.5 bits: 43.875; another device: 295.22, 73.8
        assertExact(44, candidate.breakEvenBatch(0.5625, PEAK, BANDWIDTH));
        assertExact(296, candidate.breakEvenBatch(2, 989e12, 3.35e12));
        assertExact(74, candidate.breakEvenBatch(0.5, 989e12, 3.35e12));
        for (int round = 0; round < 20; round++) {
            var device = Device.draw(draw);
            int batch = draw.integer(1, 3000);
            // at this many sequences, a fraction, both times would be equal
            double equal = batch - draw.uniform(0.05, 0.95);
            assertExact(batch,
                    candidate.breakEvenBatch(2 * equal / device.ridge(), device.peak, device.bandwidth));
        }
        assertExact(156, candidate.breakEvenBatch(2, PEAK, BANDWIDTH));
    }

    @Test
    @Points(5)
    @About("break-even")
    void whole_numbers_and_the_smallest_batch(RooflineLatency candidate) {
        // 56, 21, 220 and 84 exactly on paper, and a little more in doubles.
        assertExact(56, candidate.breakEvenBatch(0.56, 300e12, 1.5e12));
        assertExact(21, candidate.breakEvenBatch(0.14, 990e12, 3.3e12));
        assertExact(220, candidate.breakEvenBatch(1.1, 120e12, 0.3e12));
        assertExact(84, candidate.breakEvenBatch(0.28, 180e12, 0.3e12));
        // The allowance is small: 64 and 64 + 2e-6, 99 999 and 99 999.00001.
        assertExact(64, candidate.breakEvenBatch(2, 64, 1));
        assertExact(65, candidate.breakEvenBatch(2, 64.000002, 1));
        assertExact(99_999, candidate.breakEvenBatch(1, 199_998, 1));
        assertExact(100_000, candidate.breakEvenBatch(1, 199_998.00002, 1));
        // One sequence is enough on a device that moves more than it computes.
        assertExact(1, candidate.breakEvenBatch(2, 1e12, 1e12));
        assertExact(1, candidate.breakEvenBatch(0.5, 1e12, 1e12));
        assertExact(1, candidate.breakEvenBatch(0.5, 1e6, 1e18));
        assertExact(2, candidate.breakEvenBatch(2, 1.00001e12, 1e12));
    }

    @Test
    @Points(10)
    @About("throughput")
    void weights_are_shared_and_caches_are_not(RooflineLatency candidate, Draw draw) {
        // 14 + 8 · 1 GB in 11 ms
        assertClose(8 / 0.011, tokens(candidate, 14e9, 1e9, 8), RELATIVE);
        assertClose(1 / 0.007, tokens(candidate, 14e9, 0, 1), RELATIVE);
        assertClose(1 / 0.00175, tokens(candidate, 3.5e9, 0, 1), RELATIVE);
        assertClose(312e12 / 14e9, tokens(candidate, 14e9, 0, 512), RELATIVE);
        // 14 + 1024 · 0.01 GB in 12.12 ms, 1024 · 14 GFLOPs in 45.9 ms
        assertClose(312e12 / 14e9, tokens(candidate, 14e9, 0.01e9, 1024), RELATIVE);
        // FP16, INT4 and three bytes of the same size: only the parameters count
        for (double params : new double[]{7e9, 28e9, 14e9 / 3}) {
            assertClose(312e12 / (2 * params),
                    candidate.decodeTokensPerSecond(14e9, 0, 2048, params, PEAK, BANDWIDTH), RELATIVE);
        }
        for (int round = 0; round < 20; round++) {
            var device = Device.draw(draw);
            double params = Math.pow(10, draw.uniform(8, 12));
            double weights = params * draw.uniform(0.5, 4);
            double cache = draw.coin() ? 0 : weights * Math.pow(10, draw.uniform(-6, 1));
            int batch = draw.integer(1, 2000);
            double arithmetic = 2 * params * batch / device.peak;
            double traffic = (weights + batch * cache) / device.bandwidth;
            assertClose(batch / Math.max(arithmetic, traffic),
                    candidate.decodeTokensPerSecond(
                            weights, cache, batch, params, device.peak, device.bandwidth), RELATIVE);
        }
        assertClose(8 / 0.011, tokens(candidate, 14e9, 1e9, 8), RELATIVE);
        assertClose(4 / 0.011, candidate.decodeTokensPerSecond(14e9, 1e9, 8, 7e9, PEAK, 1e12), RELATIVE);
        // everything in units of 10¹², and a cache that exceeds the weights
        assertClose(8 / 0.011,
                candidate.decodeTokensPerSecond(0.014, 0.001, 8, 0.007, 312, 2), RELATIVE);
        assertClose(100.0, candidate.decodeTokensPerSecond(0.02, 0.04, 2, 0.01, 312, 5), RELATIVE);
    }

    @Test
    @Points(10)
    @About("throughput")
    void tokens_per_second_rise_with_the_batch_and_saturate(RooflineLatency candidate) {
        double alone = tokens(candidate, 14e9, 0, 1);
        double cached = 0;
        for (int batch = 1; batch <= 65_536; batch *= 2) {
            double many = tokens(candidate, 14e9, 0, batch);
            if (batch < 156) {
                assertClose(batch * alone, many, RELATIVE);
            } else {
                assertClose(312e12 / 14e9, many, RELATIVE);
            }
            // With a cache of 1 GB it is always memory-bound: 2000 · B / (14 + B).
            double more = tokens(candidate, 14e9, 1e9, batch);
            assertHolds(more > cached, "batch %s gives %s, half of it %s", batch, more, cached);
            assertClose(2000.0 * batch / (14 + batch), more, RELATIVE);
            cached = more;
        }
        // The largest batches there are: doubling one overflows an int.
        for (int batch : new int[]{1 << 30, Integer.MAX_VALUE}) {
            assertClose(312e12 / 14e9, tokens(candidate, 14e9, 0, batch), RELATIVE);
            assertClose(2000 / (1 + 14.0 / batch), tokens(candidate, 14e9, 1e9, batch), RELATIVE);
        }
        // INT4 raises the slope and leaves the ceiling where it is.
        assertClose(312e12 / 14e9, tokens(candidate, 3.5e9, 0, 40), RELATIVE);
        assertClose(38 * 4 * alone, tokens(candidate, 3.5e9, 0, 38), RELATIVE);
    }

    @Test
    @Points(10)
    @About("validation")
    void refuses_what_is_not_positive(RooflineLatency candidate) {
        refuses(candidate, NOT_POSITIVE);
        for (double bad : new double[]{-1e-300, -1, -1e9}) {
            assertRejects("kvBytesPerSeq = " + bad, () -> tokens(candidate, 14e9, bad, 8));
        }
        for (int bad : new int[]{0, -1, Integer.MIN_VALUE}) {
            assertRejects("batch = " + bad, () -> tokens(candidate, 14e9, 1e9, bad));
        }
        // A cache of nothing is fine.
        assertClose(8 / 0.007, tokens(candidate, 14e9, 0, 8), RELATIVE);
    }

    @Test
    @Points(5)
    @About("validation")
    void refuses_what_is_not_finite(RooflineLatency candidate) {
        refuses(candidate, NOT_FINITE);
        for (double bad : NOT_FINITE) {
            assertRejects("kvBytesPerSeq = " + bad, () -> tokens(candidate, 14e9, bad, 8));
        }
    }

    /// Each of these values in the place of each number that must be above 0.
    private static void refuses(RooflineLatency candidate, double[] never) {
        String[] names = {"flops", "bytes", "peakFlops", "bandwidth"};
        String[] parameters = {"bytesPerParam", "peakFlops", "bandwidth"};
        String[] sizes = {"weightBytes", "params", "peakFlops", "bandwidth"};
        for (double bad : never) {
            for (int i = 0; i < 4; i++) {
                double[] a = {14e9, 14e9, PEAK, BANDWIDTH};
                a[i] = bad;
                assertRejects("roof with %s = %s".formatted(names[i], bad),
                        () -> candidate.roof(a[0], a[1], a[2], a[3]));
                double[] b = {14e9, 7e9, PEAK, BANDWIDTH};
                b[i] = bad;
                assertRejects("decodeTokensPerSecond with %s = %s".formatted(sizes[i], bad),
                        () -> candidate.decodeTokensPerSecond(b[0], 1e9, 8, b[1], b[2], b[3]));
            }
            for (int i = 0; i < 3; i++) {
                double[] a = {2, PEAK, BANDWIDTH};
                a[i] = bad;
                assertRejects("breakEvenBatch with %s = %s".formatted(parameters[i], bad),
                        () -> candidate.breakEvenBatch(a[0], a[1], a[2]));
            }
        }
    }

    /// Of a model with 7 billion parameters.
    private static double tokens(RooflineLatency candidate, double weights, double cache, int batch) {
        return candidate.decodeTokensPerSecond(weights, cache, batch, 7e9, PEAK, BANDWIDTH);
    }
}

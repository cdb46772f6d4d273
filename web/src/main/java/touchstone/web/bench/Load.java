package touchstone.web.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/// One measurement, from an empty server to the last verdict.
final class Load {
    private static final Pattern LEFT = Pattern
            .compile("(?m)^touchstone_judgings_(?:queued|running)\\S* ([0-9.E]+)");
    private static final Duration SAY = Duration.ofSeconds(15);
    /// How long without a verdict: a machine that cannot judge has none.
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Extent extent;
    private final Ground ground;
    private final LongSupplier nanos;
    private final Consumer<LoadReport.Said> progress;

    /// How much of it.
    ///
    /// @param command that starts Touchstone
    /// @param options of `serve` that say where the data are
    /// @param arrival within which everybody opens the link
    /// @param length how long they type after that
    /// @param starts how often the start is measured
    record Extent(
            int candidates,
            Duration arrival,
            Duration length,
            Duration submitEvery,
            int starts,
            List<String> command,
            List<String> options,
            List<String> sources) {
        Extent {
            command = List.copyOf(command);
            options = List.copyOf(options);
            sources = List.copyOf(sources);
        }
    }

    Load(Extent extent, Ground ground, LongSupplier nanos, Consumer<LoadReport.Said> progress) {
        this.extent = extent;
        this.ground = ground;
        this.nanos = nanos;
        this.progress = progress;
    }

    LoadReport run() throws IOException, InterruptedException {
        var guests = ground.prepare(extent.candidates());
        var latencies = new Latencies();
        var receipts = new ConcurrentHashMap<Long, String>();
        LoadReport.Machine machine;
        List<PageWeights.Weight> weights;
        var starts = starts();
        try (var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
                var server = RunningServer.start(extent.command(), extent.options())) {
            weights = weights(http, server, guests);
            long began = nanos.getAsLong();
            var cpuBefore = server.cpu();
            var ownBefore = own();
            type(http, server, guests, latencies, receipts);
            var typed = elapsed(began);
            var ownCpu = own().minus(ownBefore);
            long memory = server.residentBytesMax();
            drain(new Browserless(http, server.address()), receipts);
            machine = new LoadReport.Machine(typed, elapsed(began), server.cpu().minus(cpuBefore), memory,
                    ownCpu, RunningServer.residentBytesMax(Path.of("/proc/self/status")));
        }
        return new LoadReport(extent.candidates(), extent.arrival(), latencies.rows(), latencies.reasons(),
                receipts.size(), ground.count(guests.interview(), receipts), machine, starts, weights);
    }

    private Duration elapsed(long began) {
        return Duration.ofNanos(nanos.getAsLong() - began);
    }

    private static Duration own() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /// From the command to the first page.
    private List<Duration> starts() throws IOException, InterruptedException {
        var took = new ArrayList<Duration>();
        try (var http = HttpClient.newHttpClient()) {
            for (int i = 0; i < extent.starts(); i++) {
                progress.accept(new LoadReport.Said("starting", List.of(i + 1, extent.starts())));
                long began = nanos.getAsLong();
                try (var server = RunningServer.start(extent.command(), extent.options())) {
                    new Browserless(http, server.address()).get("/login");
                    took.add(elapsed(began));
                }
            }
        }
        return took;
    }

    private static List<PageWeights.Weight> weights(
            HttpClient http,
            RunningServer server,
            Ground.Guests guests) throws IOException, InterruptedException {
        var team = new PageWeights(new Browserless(http, server.address()).with(guests.member()));
        var campaign = team.of("campaign", "/interviews/" + guests.interview());
        var browser = new Browserless(http, server.address());
        browser.get("/i/" + guests.links().getLast());
        var sitting = new PageWeights(browser);
        var start = sitting.of("start", "/interview");
        browser.csrf(Answers.csrf(Answers.text(browser.get("/interview"))));
        browser.form("/interview/consent", "consent=yes");
        browser.form("/interview/start", "");
        return List.of(start, sitting.of("overview", "/interview"),
                sitting.of("workspace", "/interview/code/scaled-dot-attention"), campaign);
    }

    private void type(
            HttpClient http,
            RunningServer server,
            Ground.Guests guests,
            Latencies latencies,
            Map<Long, String> receipts) throws InterruptedException {
        var began = nanos.getAsLong();
        var whole = extent.arrival().plus(extent.length());
        var setting = new Typist.Setting(latencies, nanos, extent.arrival(), began + whole.toNanos(),
                extent.submitEvery(), extent.sources(), receipts);
        try (var everybody = Executors.newVirtualThreadPerTaskExecutor()) {
            long seed = 1;
            for (var link : guests.links()) {
                everybody.execute(new Typist(new Browserless(http, server.address()), link, setting,
                        new Random(seed++)));
            }
            while (elapsed(began).compareTo(whole) < 0) {
                var left = whole.minus(elapsed(began));
                Thread.sleep(left.compareTo(SAY) < 0 ? left : SAY);
                progress.accept(new LoadReport.Said("typing",
                        List.of(elapsed(began).toSeconds(), whole.toSeconds(), latencies.requests(),
                                latencies.failures(), receipts.size(), latencies.recentSaves().toMillis())));
            }
        }
    }

    /// Until the judge has nothing left, or patience is at an end.
    private void drain(Browserless browser, Map<Long, String> receipts)
            throws IOException, InterruptedException {
        long moved = nanos.getAsLong();
        long before = Long.MAX_VALUE;
        long left = left(browser);
        while (left > 0 && elapsed(moved).compareTo(PATIENCE) < 0) {
            if (left < before) {
                moved = nanos.getAsLong();
                before = left;
            }
            progress.accept(new LoadReport.Said("draining", List.of(left, receipts.size())));
            Thread.sleep(Duration.ofSeconds(2));
            left = left(browser);
        }
    }

    private static long left(Browserless browser) throws IOException, InterruptedException {
        return LEFT.matcher(Answers.text(browser.get("/metrics")))
                .results()
                .mapToLong(found -> (long) Double.parseDouble(found.group(1)))
                .sum();
    }
}

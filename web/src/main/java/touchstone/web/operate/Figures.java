package touchstone.web.operate;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import touchstone.web.page.Observer;
import touchstone.web.store.Backlog;
import touchstone.web.store.Store;

/// Counts and measures, for Prometheus; and one line in the log for every request. Neither holds a name, an answer
/// or a link.
public final class Figures implements Observer, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("access");

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();

    /// Reads the queue whenever figures are asked for.
    public Figures(Store store, InstantSource clock) {
        new JvmMemoryMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        collections.bindTo(registry);
        var backlog = store.backlog();
        gauge("touchstone.judgings.queued", backlog::queued).register(registry);
        gauge("touchstone.judgings.running", backlog::running).register(registry);
        gauge("touchstone.judgings.oldest", () -> seconds(backlog, clock)).baseUnit("seconds")
                .register(registry);
        gauge("touchstone.candidates.running", backlog::candidates).register(registry);
        gauge("touchstone.submissions", backlog::submissions).register(registry);
    }

    /// A gauge that lives as long as the registry: usually it would hold what it reads weakly, and be NaN after the
    /// first garbage collection.
    private static Gauge.Builder<Supplier<Number>> gauge(String name, Supplier<Number> reading) {
        return Gauge.builder(name, reading).strongReference(true);
    }

    private static double seconds(Backlog backlog, InstantSource clock) {
        return backlog.oldest().map(since -> Duration.between(since, clock.instant()).toSeconds()).orElse(0L);
    }

    @Override
    public void answered(String method, String route, int status, Duration took) {
        Timer.builder("touchstone.requests")
                .publishPercentiles(0.5, 0.95, 0.99)
                .tag("method", method)
                .tag("route", route)
                .tag("status", Integer.toString(status))
                .register(registry)
                .record(took);
        LOG.atInfo()
                .addKeyValue("method", method)
                .addKeyValue("route", route)
                .addKeyValue("status", status)
                .addKeyValue("millis", took.toMillis())
                .log("answered");
    }

    /// In Prometheus' text format.
    String text() {
        return registry.scrape();
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}

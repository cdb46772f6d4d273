package touchstone.web.page;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/// How often somebody may do something: a bucket that refills steadily, for each key. Safe for use by several
/// threads.
public final class RateLimits {
    /// Buckets are forgotten, the longest unused first, so that strangers cannot fill the memory.
    private static final int BUCKETS_MAX = 100_000;

    private final InstantSource clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > BUCKETS_MAX;
        }
    };

    /// Measures time by this clock.
    public RateLimits(InstantSource clock) {
        this.clock = clock;
    }

    /// What is allowed.
    ///
    /// @param burst how many at once
    /// @param every how long until another one is allowed
    public record Limit(String name, int burst, Duration every) {}

    private record Bucket(double tokens, Instant at) {}

    /// Takes one, if there is one.
    public boolean allows(Limit limit, String key) {
        return wait(limit, key).isZero();
    }

    /// Takes one, or tells how long it takes until there is one.
    public synchronized Duration wait(Limit limit, String key) {
        var now = clock.instant();
        var name = limit.name() + " " + key;
        var bucket = buckets.getOrDefault(name, new Bucket(limit.burst(), now));
        double refilled = (double) Duration.between(bucket.at(), now).toNanos() / limit.every().toNanos();
        double tokens = Math.min(limit.burst(), bucket.tokens() + Math.max(0, refilled));
        boolean allowed = tokens >= 1;
        buckets.put(name, new Bucket(allowed ? tokens - 1 : tokens, now));
        return allowed ? Duration.ZERO
                : Duration.ofNanos((long) Math.ceil((1 - tokens) * limit.every().toNanos()));
    }

    /// Takes one or refuses the request.
    public void check(Limit limit, String key) {
        if (!allows(limit, key)) {
            throw Refusal.tooMany();
        }
    }
}

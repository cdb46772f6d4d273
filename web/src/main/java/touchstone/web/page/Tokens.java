package touchstone.web.page;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.random.RandomGenerator;
import touchstone.judge.digest.Sha256;

/// Secrets that open something: links and sessions. Only their hashes are kept.
public final class Tokens {
    private static final int BYTES = 16;

    private final RandomGenerator random;

    /// Draws from this, which must be fit for secrets.
    public Tokens(RandomGenerator random) {
        this.random = random;
    }

    /// 128 random bits, fit for an address.
    public String draw() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public static String hash(String token) {
        return Sha256.of(token.getBytes(StandardCharsets.UTF_8));
    }
}

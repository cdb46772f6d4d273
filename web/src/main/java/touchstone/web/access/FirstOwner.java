package touchstone.web.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import touchstone.web.page.Tokens;
import touchstone.web.store.Store;

/// The way in while there is no account: an address with a secret, shown to whoever started the server. It is
/// worth nothing as soon as there is an account.
public final class FirstOwner {
    private final Store store;
    private final String secret;

    /// Draws the secret.
    public FirstOwner(Store store, Tokens tokens) {
        this.store = store;
        secret = tokens.draw();
    }

    public boolean needed() {
        return store.accounts().all().isEmpty();
    }

    /// Where the first owner signs up.
    public String path() {
        return "/setup/" + secret;
    }

    boolean opens(String given) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8),
                secret.getBytes(StandardCharsets.UTF_8)) && needed();
    }
}

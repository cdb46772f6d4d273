package touchstone.web.access;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/// Hashes passwords with argon2id, at the strength that OWASP recommends: 19 MiB, two passes.
public final class Passwords {
    static final int CHARACTERS_MIN = 10;
    static final int CHARACTERS_MAX = 200;

    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    /// Each takes 19 MiB and a core: a crowd at the door must not take the machine.
    private static final int AT_ONCE = 2;

    private final Argon2Function argon2 = Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES,
            Argon2.ID);
    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    /// Made beside the start, which it would hold up.
    private final CompletableFuture<String> nobodys = CompletableFuture
            .supplyAsync(() -> hash("nobody has this password"));

    public String hash(String password) {
        return inTurn(() -> Password.hash(password).addRandomSalt(SALT_BYTES).with(argon2).getResult());
    }

    /// Takes as long for an account that does not exist, or the time would tell which ones do.
    boolean matches(String password, Optional<String> hash) {
        boolean same = inTurn(() -> Password.check(password, hash.orElseGet(nobodys::join)).with(argon2));
        return same && hash.isPresent();
    }

    /// The key of what is wrong with it, if anything is.
    public static Optional<String> problem(String password) {
        if (password.length() < CHARACTERS_MIN) {
            return Optional.of("access.password.short");
        }
        return password.length() > CHARACTERS_MAX ? Optional.of("access.password.long") : Optional.empty();
    }

    private <T> T inTurn(Supplier<T> work) {
        turns.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}

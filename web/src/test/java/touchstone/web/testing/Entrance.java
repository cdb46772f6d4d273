package touchstone.web.testing;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import touchstone.web.page.Tokens;
import touchstone.web.store.Account;
import touchstone.web.store.Accounts;
import touchstone.web.store.Candidate;
import touchstone.web.store.Role;
import touchstone.web.store.Session;
import touchstone.web.store.Store;

/// Lets people into a site without their having to sign in.
public final class Entrance {
    private static final Instant NEVER = Instant.parse("2100-01-01T00:00:00Z");

    /// Of "a long password".
    private static final String PASSWORD = "$argon2id$v=19$m=19456,t=2,p=1$y+RSAS2OD"
            + "J6mdCk1ZzxQBQ$UHjIutBhRn3/7WwtvhBDfDR6cGQbov7nv8IAdOowjOc";

    private final Store store;
    private final String address;
    private final InstantSource clock;
    private final Tokens tokens = new Tokens(new SecureRandom());

    public Entrance(Store store, String address, InstantSource clock) {
        this.store = store;
        this.address = address;
        this.clock = clock;
    }

    /// Somebody without a session.
    public Client stranger() {
        return new Client(address, "", "");
    }

    /// An account of this role, made when it is first needed, with a session.
    public Client member(Role role) {
        return member(account(role));
    }

    public Client member(Account account) {
        return session("touchstone", Optional.of(account.id()), Optional.empty());
    }

    public Account account(Role role) {
        return account(role.name(), role);
    }

    public Account account(String login, Role role) {
        return store.accounts()
                .byLogin(Accounts.normalised(login))
                .or(() -> store.accounts().add(login, login, role, PASSWORD, clock.instant()))
                .orElseThrow();
    }

    public Client candidate(Candidate candidate) {
        return session("interview", Optional.empty(), Optional.of(candidate.id()));
    }

    private Client session(String cookie, Optional<Long> account, Optional<Long> candidate) {
        var token = tokens.draw();
        var csrf = tokens.draw();
        store.sessions()
                .add(new Session(Tokens.hash(token), account, candidate, csrf, clock.instant(), NEVER));
        return new Client(address, cookie + "=" + token, csrf);
    }
}

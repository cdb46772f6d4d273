package touchstone.web.testing;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import touchstone.web.page.Desk;
import touchstone.web.page.Routes;
import touchstone.web.page.Site;
import touchstone.web.page.Tokens;
import touchstone.web.store.Account;
import touchstone.web.store.Candidate;
import touchstone.web.store.DatabaseAddress;
import touchstone.web.store.Interview;
import touchstone.web.store.Role;
import touchstone.web.store.Store;

/// Some features on a free port of the loopback device, with an embedded database of its own.
public final class TestSite implements AutoCloseable {
    public static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private final SettableClock clock = new SettableClock(START);
    private final Store store;
    private final Desk desk;
    private final Site site;
    private final Tokens tokens = new Tokens(new SecureRandom());
    private final Entrance entrance;

    private TestSite(Path folder, BiFunction<Store, SettableClock, List<Consumer<Routes>>> features) {
        store = Store.open(new DatabaseAddress.Embedded(folder));
        desk = Desk.of(store, tokens, clock, false);
        site = Site.start(desk, "127.0.0.1", 0, (_, _, _, _) -> {}, features.apply(store, clock));
        entrance = new Entrance(store, address(), clock);
    }

    /// Starts with these features.
    ///
    /// @param folder of the database
    public static TestSite open(
            Path folder,
            BiFunction<Store, SettableClock, List<Consumer<Routes>>> features) {
        return new TestSite(folder, features);
    }

    public Store store() {
        return store;
    }

    public SettableClock clock() {
        return clock;
    }

    public Site site() {
        return site;
    }

    public String address() {
        return "http://127.0.0.1:" + site.port();
    }

    /// Somebody without a session.
    public Client stranger() {
        return entrance.stranger();
    }

    /// An account of this role, made when it is first needed, with a session.
    public Client member(Role role) {
        return entrance.member(role);
    }

    public Account account(Role role) {
        return entrance.account(role);
    }

    public Client candidate(Candidate candidate) {
        return entrance.candidate(candidate);
    }

    /// Invites somebody to a new interview.
    ///
    /// @param plan as JSON
    public Candidate invite(String name, String plan) {
        long by = account(Role.OWNER).id();
        long interview = store.interviews()
                .add(new Interview(0, "Interview", "phone-screen", plan, 60, "30,40,20,10", "blueprint", 42,
                        true, 90, by, clock.instant(), Optional.empty()));
        return invite(name, interview);
    }

    /// Invites somebody to an interview that exists.
    public Candidate invite(String name, long interview) {
        var id = store.candidates()
                .invite(interview, name, Tokens.hash(tokens.draw()), 0, account(Role.OWNER).id(),
                        clock.instant());
        return store.candidates().find(id).orElseThrow();
    }

    @Override
    public void close() {
        site.close();
        store.close();
    }
}

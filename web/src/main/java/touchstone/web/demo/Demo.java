package touchstone.web.demo;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import touchstone.web.library.Library;
import touchstone.web.store.Role;
import touchstone.web.store.Store;

/// A team's installation in the middle of its work, to look at. What it tells is always the same, at times before the
/// present; only passwords and links are new.
public final class Demo {
    private static final String FILLED = "demo.fill";
    private static final String SUBJECT = "demo";

    private final Store store;
    private final Library library;
    private final InstantSource clock;
    private final Secrets secrets;

    /// What is drawn and hashed.
    ///
    /// @param draw a new secret, fit for an address
    /// @param hashOfPassword slow, as accounts have it
    /// @param hashOfLink as candidates have it
    public record Secrets(
            Supplier<String> draw,
            UnaryOperator<String> hashOfPassword,
            UnaryOperator<String> hashOfLink) {}

    /// How to get in. It is known only now.
    ///
    /// @param invited secret of the link of somebody who has not started; empty once there is nobody
    /// @param running the same of somebody at work
    public record Keys(Map<String, String> passwords, Optional<String> invited, Optional<String> running) {
        public Keys {
            passwords = new LinkedHashMap<>(passwords);
        }

        @Override
        public String toString() {
            return "Keys";
        }
    }

    /// On this store.
    ///
    /// @param clock says before when everything was
    public Demo(Store store, Library library, InstantSource clock, Secrets secrets) {
        this.store = store;
        this.library = library;
        this.clock = () -> clock.instant().truncatedTo(ChronoUnit.MICROS);
        this.secrets = secrets;
    }

    /// Fills an empty store, or goes on with the demo that is there: with new passwords and links, because nobody keeps
    /// the old ones.
    ///
    /// @return nothing, and nothing is changed, if the store has other data
    public Optional<Keys> open() {
        boolean known = store.audit()
                .about(SUBJECT, 1)
                .stream()
                .anyMatch(entry -> entry.action().equals(FILLED));
        if (!known && (!store.accounts().all().isEmpty() || !store.interviews().all().isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(store.inTransaction(() -> {
            if (!known) {
                fill();
            }
            return keys();
        }));
    }

    private void fill() {
        var story = StoryReader.read();
        var accounts = new EnumMap<Role, Long>(Role.class);
        for (var role : Role.values()) {
            accounts.put(role, account(role, story));
        }
        var telling = new Telling(store, library, clock.instant(), accounts, story.texts(),
                () -> secrets.hashOfLink().apply(secrets.draw().get()));
        story.interviews().forEach(telling::tell);
        store.audit().add(clock.instant(), Optional.empty(), Optional.empty(), FILLED, SUBJECT, "");
    }

    /// Nobody can sign in yet: a password is given with the keys.
    private long account(Role role, Story story) {
        var since = story.interviews()
                .stream()
                .map(Story.Talk::created)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return store.accounts()
                .add(login(role), DemoNames.of(role), role, "none", clock.instant().minus(since))
                .orElseThrow()
                .id();
    }

    private static String login(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private Keys keys() {
        var passwords = new LinkedHashMap<String, String>();
        for (var role : Role.values()) {
            store.accounts().byLogin(login(role)).ifPresent(account -> {
                var password = secrets.draw().get();
                store.accounts().changePassword(account.id(), secrets.hashOfPassword().apply(password));
                passwords.put(account.login(), password);
            });
        }
        return new Keys(passwords, link(Story.Link.INVITED), link(Story.Link.RUNNING));
    }

    private Optional<String> link(Story.Link wanted) {
        return store.audit()
                .about(SUBJECT + "/" + wanted.name(), 1)
                .stream()
                .findFirst()
                .flatMap(entry -> store.candidates().find(Long.parseLong(entry.detail())))
                .map(candidate -> {
                    var link = secrets.draw().get();
                    store.candidates().changeToken(candidate.id(), secrets.hashOfLink().apply(link));
                    return link;
                });
    }

    /// How far judging is. What was judged is dated to when it was handed in, as it would have been.
    public Progress settle() {
        return new Settling(store).settle();
    }

    /// Of all submissions.
    public record Progress(long judged, long all) {
        public boolean done() {
            return judged == all;
        }
    }
}

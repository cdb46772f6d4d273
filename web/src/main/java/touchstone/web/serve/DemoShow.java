package touchstone.web.serve;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import touchstone.judge.cli.UsageException;
import touchstone.judge.text.Words;
import touchstone.web.access.Passwords;
import touchstone.web.demo.Demo;
import touchstone.web.library.Library;
import touchstone.web.page.Tokens;
import touchstone.web.store.Store;

/// `serve --demo`: what is said on the terminal, and the filling of the store.
final class DemoShow {
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final long STEP = 20;

    private final Demo demo;
    private final Store store;
    private final Words words;
    private final Consumer<String> out;
    private Optional<Demo.Keys> keys = Optional.empty();

    DemoShow(Store store, Server.Settings settings, InstantSource clock, Words words, Consumer<String> out) {
        this.store = store;
        this.words = words;
        this.out = out;
        var tokens = new Tokens(new SecureRandom());
        demo = new Demo(store, Library.open(settings.exercises()), clock,
                new Demo.Secrets(tokens::draw, new Passwords()::hash, Tokens::hash));
    }

    /// @throws UsageException when there are other data already; the store is closed then
    void fill(Path folder) {
        try {
            keys = demo.open();
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
        if (keys.isEmpty()) {
            store.close();
            throw new UsageException(words.say("serve.demo.taken", folder));
        }
    }

    /// How to get in.
    void welcome(String address) {
        out.accept(words.say("serve.demo.accounts"));
        keys.ifPresent(known -> {
            known.passwords()
                    .forEach((login, password) -> out.accept("  %-12s %s".formatted(login, password)));
            known.invited()
                    .ifPresent(link -> out.accept(words.say("serve.demo.invited", address + "/i/" + link)));
            known.running()
                    .ifPresent(link -> out.accept(words.say("serve.demo.running", address + "/i/" + link)));
        });
        out.accept(words.say("serve.demo.judging", demo.settle().all()));
    }

    /// Says how far the judge is, and dates what it has judged. Returns at once.
    void follow() {
        Thread.ofPlatform().daemon().name("demo").start(() -> {
            long said = 0;
            var progress = demo.settle();
            while (!progress.done()) {
                if (progress.judged() / STEP > said / STEP) {
                    said = progress.judged();
                    out.accept(words.say("serve.demo.progress", said, progress.all()));
                }
                sleep();
                progress = demo.settle();
            }
            out.accept(words.say("serve.demo.judged", progress.all()));
        });
    }

    private static void sleep() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the demo", e);
        }
    }
}

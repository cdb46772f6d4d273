package touchstone.web.access;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import touchstone.sandbox.Safeguard;
import touchstone.web.operate.Figures;
import touchstone.web.operate.OperateRoutes;
import touchstone.web.operate.OperateRoutes.JudgeState;
import touchstone.web.operate.OperateRoutes.JudgeState.Phase;
import touchstone.web.page.Access;
import touchstone.web.page.Routes;
import touchstone.web.page.Tokens;
import touchstone.web.store.Role;
import touchstone.web.testing.Client;
import touchstone.web.testing.TestSite;

/// The pages around the actual work: the way in, accounts, the server; and a page that fails.
final class Lodge implements AutoCloseable {
    static final String PASSWORD = "correct horse battery";
    static final String BROKEN = "/broken";

    final TestSite site;
    volatile JudgeState.State judge = new JudgeState.State(Phase.READY, "bubblewrap",
            EnumSet.allOf(Safeguard.class), "");
    private final Passwords passwords = new Passwords();
    private Optional<FirstOwner> firstOwner = Optional.empty();

    Lodge(Path folder) {
        site = TestSite.open(folder, (store, clock) -> {
            var tokens = new Tokens(new SecureRandom());
            var owner = new FirstOwner(store, tokens);
            firstOwner = Optional.of(owner);
            return List.of(new AccessRoutes(store, passwords, owner)::register,
                    new AccountsRoutes(store, passwords, tokens)::register,
                    new OperateRoutes(store, new Figures(store, clock), () -> judge)::register, Lodge::more);
        });
    }

    /// What stands behind the entrance is not of interest here.
    private static void more(Routes routes) {
        routes.get("/interviews", Access.VIEWER, exchange -> exchange.redirect("/account"));
        routes.get(BROKEN, Access.PUBLIC, _ -> {
            throw new IllegalStateException("as a test wants it");
        });
    }

    String setup() {
        return firstOwner.orElseThrow().path();
    }

    /// A team with an account of each role, of which one is disabled.
    Lodge team() {
        add("lin.xiao@example.org", "林晓", Role.OWNER);
        add("grace", "Grace Brewster Murray Hopper", Role.INTERVIEWER);
        add("محمد", "محمد بن موسى الخوارزمي", Role.AUTHOR);
        add("a-login-of-somebody-who-likes-long-ones@recruiting.example.org", "Bo", Role.VIEWER);
        site.store()
                .accounts()
                .byLogin("grace")
                .ifPresent(grace -> site.store()
                        .accounts()
                        .disable(grace.id(), Optional.of(site.clock().instant())));
        return this;
    }

    private void add(String login, String name, Role role) {
        site.store().accounts().add(login, name, role, passwords.hash(PASSWORD), site.clock().instant());
    }

    /// Uses up what an account may try.
    Client impatient() {
        var client = site.stranger();
        for (int i = 0; i < 7; i++) {
            client.post("/login", Map.of("login", "guessed", "password", "guess " + i));
        }
        return client;
    }

    @Override
    public void close() {
        site.close();
    }
}

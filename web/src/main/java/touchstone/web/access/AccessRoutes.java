package touchstone.web.access;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import touchstone.web.page.Access;
import touchstone.web.page.Exchange;
import touchstone.web.page.RateLimits.Limit;
import touchstone.web.page.Refusal;
import touchstone.web.page.Routes;
import touchstone.web.page.Visitor;
import touchstone.web.store.Account;
import touchstone.web.store.Accounts;
import touchstone.web.store.Role;
import touchstone.web.store.Store;

/// The way in and out, and one's own account.
public final class AccessRoutes {
    private static final Limit FROM_AN_ADDRESS = new Limit("login address", 20, Duration.ofSeconds(6));
    private static final Limit INTO_AN_ACCOUNT = new Limit("login account", 6, Duration.ofSeconds(20));
    private static final Limit SETUP = new Limit("setup", 10, Duration.ofSeconds(10));
    /// Neither another host nor a way back to the login.
    private static final Pattern NEXT = Pattern.compile("/(?!login|logout|[/\\\\])[\\w/-]*");

    private final Store store;
    private final Passwords passwords;
    private final FirstOwner firstOwner;

    /// @param firstOwner the way in while there is no account
    public AccessRoutes(Store store, Passwords passwords, FirstOwner firstOwner) {
        this.store = store;
        this.passwords = passwords;
        this.firstOwner = firstOwner;
    }

    public void register(Routes routes) {
        routes.get("/", Access.PUBLIC, AccessRoutes::home)
                .get("/login", Access.PUBLIC, exchange -> login(exchange, Optional.empty(), ""))
                .post("/login", Access.PUBLIC, this::enter)
                .post("/logout", Access.ACCOUNT, AccessRoutes::leave)
                .get("/setup/{secret}", Access.PUBLIC, exchange -> setUp(exchange, Optional.empty()))
                .post("/setup/{secret}", Access.PUBLIC, this::addFirstOwner)
                .get("/account", Access.ACCOUNT, exchange -> account(exchange, Optional.empty()))
                .post("/account/name", Access.ACCOUNT, this::rename)
                .post("/account/password", Access.ACCOUNT, this::changePassword);
    }

    private static void home(Exchange exchange) {
        exchange.redirect(switch (exchange.visitor()) {
            case Visitor.Stranger _ -> "/login";
            case Visitor.Sitting _ -> "/interview";
            case Visitor.Member(var account, _) -> account.role() == Role.AUTHOR ? "/library" : "/interviews";
        });
    }

    private static void login(Exchange exchange, Optional<String> problem, String login) {
        exchange.render("access/login.peb", Map.of("problem", problem.orElse(""), "login", login, "next",
                next(exchange.query("next").or(() -> exchange.form("next")))));
    }

    private static String next(Optional<String> wanted) {
        return wanted.filter(NEXT.asMatchPredicate()).orElse("/");
    }

    private void enter(Exchange exchange) {
        var login = Accounts.normalised(exchange.formText("login"));
        exchange.limit(FROM_AN_ADDRESS);
        exchange.limit(INTO_AN_ACCOUNT, login);
        var account = store.accounts().byLogin(login).filter(Account::active);
        if (passwords.matches(exchange.formText("password"), account.map(Account::password))) {
            var known = account.orElseThrow();
            exchange.enter(known);
            store.audit()
                    .add(exchange.now(), account.map(Account::id), Optional.empty(), "account.login",
                            "account:" + known.id(), "");
            exchange.redirect(next(exchange.form("next")));
        } else {
            store.audit()
                    .add(exchange.now(), Optional.empty(), Optional.empty(), "account.refused", "login",
                            exchange.address());
            login(exchange.unauthorized(), Optional.of(exchange.say("access.login.wrong")), login);
        }
    }

    private static void leave(Exchange exchange) {
        exchange.leave();
        exchange.redirect("/login", "access.left");
    }

    private void setUp(Exchange exchange, Optional<String> problem) {
        exchange.limit(SETUP);
        if (!firstOwner.opens(exchange.path("secret"))) {
            throw Refusal.notFound();
        }
        exchange.render("access/setup.peb",
                Map.of("problem", problem.orElse(""), "secret", exchange.path("secret"), "login",
                        exchange.formText("login"), "name", exchange.formText("name")));
    }

    private void addFirstOwner(Exchange exchange) {
        exchange.limit(SETUP);
        if (!firstOwner.opens(exchange.path("secret"))) {
            throw Refusal.notFound();
        }
        var wanted = NewAccount.read(exchange);
        var problem = wanted.problem().or(() -> Passwords.problem(exchange.formText("password")));
        if (problem.isPresent()) {
            setUp(exchange, problem.map(exchange::say));
            return;
        }
        var owner = store.accounts()
                .add(wanted.login(), wanted.name(), Role.OWNER, passwords.hash(exchange.formText("password")),
                        exchange.now())
                .orElseThrow();
        exchange.enter(owner);
        store.audit()
                .add(exchange.now(), Optional.of(owner.id()), Optional.empty(), "account.create",
                        "account:" + owner.id(), Role.OWNER.name());
        exchange.redirect("/", "access.setup.done");
    }

    private static void account(Exchange exchange, Optional<String> problem) {
        exchange.render("access/account.peb", Map.of("problem", problem.orElse("")));
    }

    private void rename(Exchange exchange) {
        var name = exchange.form("name");
        if (name.isEmpty() || name.get().length() > NewAccount.NAME_CHARACTERS_MAX) {
            account(exchange,
                    Optional.of(exchange.say("access.problem.name", NewAccount.NAME_CHARACTERS_MAX)));
            return;
        }
        store.accounts().changeName(exchange.account().id(), name.get());
        exchange.redirect("/account", "access.account.renamed");
    }

    private void changePassword(Exchange exchange) {
        var account = exchange.account();
        exchange.limit(INTO_AN_ACCOUNT, account.login());
        var fresh = exchange.formText("fresh");
        var problem = passwords.matches(exchange.formText("password"), Optional.of(account.password()))
                ? Passwords.problem(fresh)
                : Optional.of("access.account.wrong");
        if (problem.isPresent()) {
            account(exchange, problem.map(exchange::say));
            return;
        }
        store.accounts().changePassword(account.id(), passwords.hash(fresh));
        // whoever knew the old one is out everywhere
        store.sessions().endAllOfAccount(account.id());
        exchange.enter(account);
        exchange.audit("account.password", "account:" + account.id(), "");
        exchange.redirect("/account", "access.account.changed");
    }
}

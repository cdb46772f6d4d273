package touchstone.web.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import touchstone.web.page.Access;
import touchstone.web.page.Exchange;
import touchstone.web.page.Refusal;
import touchstone.web.page.Routes;
import touchstone.web.page.Tokens;
import touchstone.web.store.Account;
import touchstone.web.store.Role;
import touchstone.web.store.Store;

/// The team's accounts, for owners.
public final class AccountsRoutes {
    private final Store store;
    private final Passwords passwords;
    private final Tokens tokens;

    /// @param tokens draws first passwords
    public AccountsRoutes(Store store, Passwords passwords, Tokens tokens) {
        this.store = store;
        this.passwords = passwords;
        this.tokens = tokens;
    }

    public void register(Routes routes) {
        routes.get("/accounts", Access.OWNER, exchange -> list(exchange, Map.of()))
                .post("/accounts", Access.OWNER, this::add)
                .post("/accounts/{id}/role", Access.OWNER, this::changeRole)
                .post("/accounts/{id}/password", Access.OWNER, this::resetPassword)
                .post("/accounts/{id}/disable", Access.OWNER, this::disable)
                .post("/accounts/{id}/enable", Access.OWNER, this::enable);
    }

    /// A row of the table.
    ///
    /// @param onlyOwner whom nobody can take out, or nobody could get in
    public record Row(Account account, boolean self, boolean onlyOwner) {}

    private void list(Exchange exchange, Map<String, String> more) {
        var accounts = store.accounts().all();
        boolean oneOwner = accounts.stream().filter(AccountsRoutes::owns).count() == 1;
        var rows = accounts.stream()
                .map(account -> new Row(account, account.id() == exchange.account().id(),
                        oneOwner && owns(account)))
                .toList();
        exchange.render("access/accounts.peb",
                Map.of("rows", rows, "roles", List.of(Role.values()), "problem",
                        more.getOrDefault("problem", ""), "password", more.getOrDefault("password", ""),
                        "owner", more.getOrDefault("owner", ""), "login", more.getOrDefault("login", ""),
                        "name", more.getOrDefault("name", "")));
    }

    private static boolean owns(Account account) {
        return account.active() && account.role() == Role.OWNER;
    }

    private void add(Exchange exchange) {
        var wanted = NewAccount.read(exchange);
        var password = tokens.draw();
        var problem = wanted.problem();
        var added = problem.isPresent() ? Optional.<Account>empty()
                : store.accounts()
                        .add(wanted.login(), wanted.name(), role(exchange), passwords.hash(password),
                                exchange.now());
        if (added.isEmpty()) {
            list(exchange, Map.of("problem", exchange.say(problem.orElse("access.problem.taken")), "login",
                    wanted.login(), "name", wanted.name()));
            return;
        }
        exchange.audit("account.create", "account:" + added.get().id(), added.get().role().name());
        list(exchange, Map.of("password", password, "owner", added.get().name()));
    }

    private static Role role(Exchange exchange) {
        return Stream.of(Role.values())
                .filter(role -> role.name().equals(exchange.formText("role")))
                .findFirst()
                .orElseThrow(() -> Refusal.badRequest("access.problem.role"));
    }

    private Account account(Exchange exchange) {
        return store.accounts().find(exchange.id("id")).orElseThrow(Refusal::notFound);
    }

    /// Nobody may take the last owner out.
    private Account other(Exchange exchange) {
        var account = account(exchange);
        if (owns(account) && store.accounts().all().stream().filter(AccountsRoutes::owns).count() == 1) {
            throw Refusal.conflict("access.problem.lastOwner");
        }
        return account;
    }

    private void changeRole(Exchange exchange) {
        var account = other(exchange);
        store.accounts().changeRole(account.id(), role(exchange));
        exchange.audit("account.role", "account:" + account.id(), account.role() + " -> " + role(exchange));
        exchange.redirect("/accounts", "access.accounts.changed", account.name());
    }

    private void resetPassword(Exchange exchange) {
        var account = account(exchange);
        var password = tokens.draw();
        store.accounts().changePassword(account.id(), passwords.hash(password));
        store.sessions().endAllOfAccount(account.id());
        exchange.audit("account.reset", "account:" + account.id(), "");
        list(exchange, Map.of("password", password, "owner", account.name()));
    }

    private void disable(Exchange exchange) {
        var account = other(exchange);
        store.accounts().disable(account.id(), Optional.of(exchange.now()));
        store.sessions().endAllOfAccount(account.id());
        exchange.audit("account.disable", "account:" + account.id(), "");
        exchange.redirect("/accounts", "access.accounts.changed", account.name());
    }

    private void enable(Exchange exchange) {
        var account = account(exchange);
        store.accounts().disable(account.id(), Optional.empty());
        exchange.audit("account.enable", "account:" + account.id(), "");
        exchange.redirect("/accounts", "access.accounts.changed", account.name());
    }
}

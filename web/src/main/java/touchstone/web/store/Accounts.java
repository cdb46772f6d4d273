package touchstone.web.store;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// The table `account`.
public final class Accounts {
    private final Jdbi jdbi;

    Accounts(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// As logins are compared.
    public static String normalised(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }

    /// Nothing, if the login is taken.
    public Optional<Account> add(String login, String name, Role role, String password, Instant at) {
        return jdbi.inTransaction(handle -> {
            if (byLogin(login).isPresent()) {
                return Optional.<Account>empty();
            }
            handle.createUpdate("""
                insert into account (login, name, role, password, created_at)
                values (:login, :name, :role, :password, :at)""")
                    .bind("login", normalised(login))
                    .bind("name", name)
                    .bind("role", role)
                    .bind("password", password)
                    .bind("at", at)
                    .execute();
            return byLogin(login);
        });
    }

    public Optional<Account> find(long id) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from account where id = :id")
                .bind("id", id)
                .mapTo(Account.class)
                .findOne());
    }

    public Optional<Account> byLogin(String login) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from account where login = :login")
                .bind("login", normalised(login))
                .mapTo(Account.class)
                .findOne());
    }

    /// In the order in which they were added.
    public List<Account> all() {
        return jdbi.withHandle(handle -> handle.createQuery("select * from account order by id")
                .mapTo(Account.class)
                .list());
    }

    public void changePassword(long id, String password) {
        change(id, "password", password);
    }

    public void changeRole(long id, Role role) {
        change(id, "role", role);
    }

    public void changeName(long id, String name) {
        change(id, "name", name);
    }

    /// An empty instant lets the account in again.
    public void disable(long id, Optional<Instant> at) {
        change(id, "disabled_at", at);
    }

    private void change(long id, String column, Object value) {
        jdbi.useHandle(
                handle -> handle.createUpdate("update account set " + column + " = :value where id = :id")
                        .bind("value", value)
                        .bind("id", id)
                        .execute());
    }
}

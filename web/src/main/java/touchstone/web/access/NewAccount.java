package touchstone.web.access;

import java.util.Optional;
import java.util.regex.Pattern;
import touchstone.web.page.Exchange;
import touchstone.web.store.Accounts;

/// What somebody wants a new account to be.
public record NewAccount(String login, String name) {
    static final int NAME_CHARACTERS_MAX = 100;

    private static final Pattern LOGIN = Pattern.compile("[\\p{L}\\p{N}._@+-]{2,100}");

    static NewAccount read(Exchange exchange) {
        return of(exchange.formText("login"), exchange.form("name"));
    }

    /// The login serves as the name where there is none.
    public static NewAccount of(String login, Optional<String> name) {
        var normalised = Accounts.normalised(login);
        return new NewAccount(normalised, name.orElse(normalised));
    }

    /// The key of what is wrong, if anything is.
    public Optional<String> problem() {
        if (!LOGIN.matcher(login).matches()) {
            return Optional.of("access.problem.login");
        }
        return name.length() > NAME_CHARACTERS_MAX ? Optional.of("access.problem.name") : Optional.empty();
    }
}

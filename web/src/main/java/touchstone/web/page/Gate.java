package touchstone.web.page;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import touchstone.web.store.Account;
import touchstone.web.store.Candidate;
import touchstone.web.store.Session;
import touchstone.web.store.Store;

/// Who comes in: sessions behind cookies that scripts cannot read. Accounts and candidates have a cookie each, so
/// that somebody of the team can look at an interview from the candidate's side in the same browser.
public final class Gate {
    private static final String MEMBER = "touchstone";
    private static final String CANDIDATE = "interview";
    private static final Duration MEMBER_SESSION = Duration.ofHours(12);
    private static final Duration CANDIDATE_SESSION = Duration.ofDays(7);

    private final Store store;
    private final Tokens tokens;
    private final InstantSource clock;

    /// Keeps sessions in this store.
    public Gate(Store store, Tokens tokens, InstantSource clock) {
        this.store = store;
        this.tokens = tokens;
        this.clock = clock;
    }

    /// On pages for candidates, the candidate; elsewhere the account first.
    Visitor visitor(Context context) {
        var candidate = visitor(context, CANDIDATE);
        return (context.routeRoles().contains(Access.CANDIDATE) ? candidate
                : visitor(context, MEMBER).or(() -> candidate)).orElseGet(Visitor.Stranger::new);
    }

    private Optional<Visitor> visitor(Context context, String cookie) {
        return Optional.ofNullable(context.cookie(cookie))
                .flatMap(token -> store.sessions().find(Tokens.hash(token), clock.instant()))
                .flatMap(this::visitor);
    }

    /// Nobody any more, if the account was disabled or the link revoked meanwhile.
    private Optional<Visitor> visitor(Session session) {
        return session.accountId()
                .flatMap(store.accounts()::find)
                .filter(Account::active)
                .<Visitor>map(account -> new Visitor.Member(account, session))
                .or(() -> session.candidateId()
                        .flatMap(store.candidates()::find)
                        .filter(candidate -> candidate.revokedAt().isEmpty())
                        .map(candidate -> new Visitor.Sitting(candidate, session)));
    }

    void enter(Context context, Account account) {
        begin(context, MEMBER, Optional.of(account.id()), Optional.empty(), MEMBER_SESSION);
    }

    void enter(Context context, Candidate candidate) {
        begin(context, CANDIDATE, Optional.empty(), Optional.of(candidate.id()), CANDIDATE_SESSION);
    }

    /// Ends the account's session.
    void leave(Context context) {
        end(context, MEMBER);
    }

    private void end(Context context, String cookie) {
        Optional.ofNullable(context.cookie(cookie))
                .ifPresent(token -> store.sessions().end(Tokens.hash(token)));
        context.removeCookie(cookie, "/");
    }

    /// A new token each time, or a token planted before would be worth a session afterwards.
    private void begin(
            Context context,
            String name,
            Optional<Long> account,
            Optional<Long> candidate,
            Duration length) {
        end(context, name);
        var token = tokens.draw();
        var now = clock.instant();
        store.sessions()
                .add(new Session(Tokens.hash(token), account, candidate, tokens.draw(), now,
                        now.plus(length)));
        var cookie = new Cookie(name, token);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSameSite(SameSite.LAX); // a personal link is opened from a mail
        cookie.setSecure(secure(context));
        cookie.setMaxAge((int) length.toSeconds());
        context.cookie(cookie);
    }

    /// Behind a proxy that ends TLS, only the header tells; whoever forges it locks out only themselves.
    static boolean secure(Context context) {
        return context.scheme().equals("https") || "https".equals(context.header("X-Forwarded-Proto"));
    }
}

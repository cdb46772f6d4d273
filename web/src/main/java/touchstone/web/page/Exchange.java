package touchstone.web.page;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import touchstone.judge.text.Language;
import touchstone.web.store.Account;
import touchstone.web.store.Candidate;

/// A request and its answer, as features see them.
public final class Exchange {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private final Context context;
    private final Desk desk;
    private final Visitor visitor;
    private final WebWords words;

    Exchange(Context context, Desk desk, Visitor visitor, WebWords words) {
        this.context = context;
        this.desk = desk;
        this.visitor = visitor;
        this.words = words;
    }

    // --- who asks

    public Visitor visitor() {
        return visitor;
    }

    /// Of a route for accounts.
    public Account account() {
        if (visitor instanceof Visitor.Member(var account, _)) {
            return account;
        }
        throw Refusal.forbidden();
    }

    /// Of a route for candidates.
    public Candidate candidate() {
        if (visitor instanceof Visitor.Sitting(var candidate, _)) {
            return candidate;
        }
        throw Refusal.forbidden();
    }

    /// For limits on what strangers do.
    public String address() {
        return desk.address(context);
    }

    /// Where the visitor's browser finds this site, `https://interviews.example.org`: for addresses that are sent on.
    public String base() {
        return desk.base(context);
    }

    public Instant now() {
        return desk.clock().instant();
    }

    public Language language() {
        return words.language();
    }

    public WebWords words() {
        return words;
    }

    public String say(String key, Object... arguments) {
        return words.say(key, arguments);
    }

    // --- what is asked

    public String path(String name) {
        return context.pathParam(name);
    }

    /// A row's number in the path; what is none does not exist.
    public long id(String name) {
        var text = path(name);
        if (!NUMBER.matcher(text).matches()) {
            throw Refusal.notFound();
        }
        return Long.parseLong(text);
    }

    public Optional<String> query(String name) {
        return Optional.ofNullable(context.queryParam(name))
                .map(Exchange::text)
                .filter(text -> !text.isBlank());
    }

    public List<String> queries(String name) {
        return context.queryParams(name).stream().map(Exchange::text).toList();
    }

    /// No keyboard makes a NUL, and PostgreSQL keeps none.
    private static String text(String sent) {
        if (sent.indexOf('\0') >= 0) {
            throw Refusal.badRequest("page.error.badRequest");
        }
        return sent;
    }

    /// A field of a form, stripped; empty if absent or blank.
    public Optional<String> form(String name) {
        return Optional.ofNullable(context.formParam(name))
                .map(Exchange::text)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    /// A field of a form as it was typed; empty if absent.
    public String formText(String name) {
        return Optional.ofNullable(context.formParam(name)).map(Exchange::text).orElse("");
    }

    public List<String> forms(String name) {
        return context.formParams(name).stream().map(Exchange::text).toList();
    }

    /// The names of all fields.
    public Map<String, List<String>> form() {
        return context.formParamMap();
    }

    /// The body as JSON.
    public <T> T body(Class<T> type) {
        try {
            return desk.json().readValue(context.bodyAsBytes(), type);
        } catch (JacksonException e) {
            throw Refusal.badRequest("page.error.json");
        }
    }

    // --- the answer

    Exchange status(HttpStatus status) {
        context.status(status);
        return this;
    }

    /// The form is shown again because it was wrong.
    public Exchange unprocessable() {
        return status(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /// Not now.
    public Exchange unavailable() {
        return status(HttpStatus.SERVICE_UNAVAILABLE);
    }

    /// Name or password is wrong.
    public Exchange unauthorized() {
        return status(HttpStatus.UNAUTHORIZED);
    }

    /// There is no such thing, and the page says why.
    public Exchange missing() {
        return status(HttpStatus.NOT_FOUND);
    }

    /// What is answered is what stands in the way.
    public Exchange conflicting() {
        return status(HttpStatus.CONFLICT);
    }

    /// It cannot be changed any more; what is answered is what it was in the end.
    public Exchange gone() {
        return status(HttpStatus.GONE);
    }

    /// A page.
    ///
    /// @param template below `touchstone/web`: `candidate/start.peb`
    public void render(String template, Map<String, ?> model) {
        context.html(html(template, model));
    }

    /// A page that is not the answer itself, but part of it.
    public String html(String template, Map<String, ?> model) {
        return desk.pages().render(template, model, this);
    }

    /// A piece of a page, for scripts that put it into one.
    public String fragment(String template, Map<String, ?> model) {
        return desk.pages().fragment(template, model, words);
    }

    public void json(Object answer) {
        context.contentType("application/json; charset=utf-8").result(desk.json().writeValueAsBytes(answer));
    }

    public void text(String type, String text) {
        context.contentType(type + "; charset=utf-8").result(text);
    }

    /// A file to be kept.
    ///
    /// @param name may hold any characters
    public void download(String type, String name, byte[] content) {
        context.header("Content-Disposition", "attachment; filename*=UTF-8''"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"));
        context.contentType(type).result(content);
    }

    void stream(String type, InputStream content) {
        context.contentType(type).result(content);
    }

    void header(String name, String value) {
        context.header(name, value);
    }

    /// After a form was posted.
    public void redirect(String path) {
        context.redirect(path, HttpStatus.SEE_OTHER);
    }

    /// The next page says this once.
    ///
    /// @param key of a sentence
    public void redirect(String path, String key, Object... arguments) {
        Notice.leave(context, key, arguments);
        redirect(path);
    }

    // --- sessions

    /// From now on this browser is the account's.
    public void enter(Account account) {
        desk.gate().enter(context, account);
    }

    /// From now on this browser is the candidate's.
    public void enter(Candidate candidate) {
        desk.gate().enter(context, candidate);
    }

    public void leave() {
        desk.gate().leave(context);
    }

    /// Keeps who did this.
    ///
    /// @param action `interview.create`
    /// @param subject `interview:3`
    public void audit(String action, String subject, String detail) {
        var account = visitor instanceof Visitor.Member(var member, _) ? Optional.of(member.id())
                : Optional.<Long>empty();
        var candidate = visitor instanceof Visitor.Sitting(var sitting, _) ? Optional.of(sitting.id())
                : Optional.<Long>empty();
        desk.store().audit().add(now(), account, candidate, action, subject, detail);
    }

    /// Refuses what is done too often by this visitor, or from this address if nobody is known.
    public void limit(RateLimits.Limit limit) {
        desk.limits().check(limit, who());
    }

    /// The same in words that fit.
    ///
    /// @param key of a sentence about the seconds to wait
    public void limitSaying(String key, RateLimits.Limit limit) {
        var wait = desk.limits().wait(limit, who());
        if (!wait.isZero()) {
            throw Refusal.tooMany(key, wait.plusMillis(999).toSeconds());
        }
    }

    /// For what is better left out than refused.
    public boolean allows(RateLimits.Limit limit) {
        return desk.limits().allows(limit, who());
    }

    private String who() {
        return switch (visitor) {
            case Visitor.Stranger _ -> address();
            case Visitor.Member(var account, _) -> "account " + account.id();
            case Visitor.Sitting(var candidate, _) -> "candidate " + candidate.id();
        };
    }

    /// As [#limit(RateLimits.Limit)], for something that the visitor names.
    public void limit(RateLimits.Limit limit, String key) {
        desk.limits().check(limit, key);
    }

    Context context() {
        return context;
    }
}

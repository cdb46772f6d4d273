package touchstone.web.page;

import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;
import touchstone.judge.text.Language;
import touchstone.web.store.Store;

/// What every exchange needs.
///
/// @param behindProxy whether a proxy of ours tells who asks
public record Desk(
        Store store,
        Gate gate,
        Pages pages,
        RateLimits limits,
        InstantSource clock,
        JsonMapper json,
        Map<Language, WebWords> words,
        boolean behindProxy) {
    /// Of the languages that a browser asks for, the first counts.
    private static final Pattern TAG_END = Pattern.compile("[,;].*");

    private static final Pattern HOST = Pattern
            .compile("(?:[A-Za-z0-9][\\w.-]{0,252}|\\[[0-9A-Fa-f:.]{2,45}])(?::\\d{1,5})?");

    public static Desk of(Store store, Tokens tokens, InstantSource clock, boolean behindProxy) {
        var words = new EnumMap<Language, WebWords>(Language.class);
        for (var language : Language.values()) {
            words.put(language, new WebWords(language));
        }
        return new Desk(store, new Gate(store, tokens, clock), new Pages(Assets.read(), tokens),
                new RateLimits(clock), clock, JsonMapper.shared(), words, behindProxy);
    }

    Exchange exchange(Context context) {
        var known = context.<Exchange>attribute("exchange");
        if (known != null) {
            return known;
        }
        var words = this.words.get(language(context));
        if (words == null) {
            throw new IllegalStateException("no words");
        }
        var exchange = new Exchange(context, this, gate.visitor(context), words);
        context.attribute("exchange", exchange);
        return exchange;
    }

    /// What was chosen, else what the browser asks for, else Chinese.
    private static Language language(Context context) {
        return Optional.ofNullable(context.cookie("language"))
                .or(() -> Optional.ofNullable(context.header("Accept-Language")))
                .map(tags -> WebWords.of(TAG_END.matcher(tags).replaceFirst("").strip()))
                .orElse(Language.ZH);
    }

    String address(Context context) {
        var forwarded = context.header("X-Forwarded-For");
        if (!behindProxy || forwarded == null) {
            return context.ip();
        }
        // the last is what our proxy saw; the ones before are what it was told
        return forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
    }

    /// The header is whatever was sent, and the address is handed to others: so nothing but a host is believed.
    String base(Context context) {
        var forwarded = behindProxy ? context.header("X-Forwarded-Host") : null;
        var host = forwarded == null ? context.header("Host")
                : forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
        if (host == null || !HOST.matcher(host).matches()) {
            throw Refusal.badRequest("page.error.badRequest");
        }
        return (Gate.secure(context) ? "https://" : "http://") + host;
    }
}

package touchstone.web.page;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One sentence for the next page, in a cookie that lives until then.
final class Notice {
    private static final String COOKIE = "notice";
    private static final int SECONDS = 60;
    private static final Pattern SEPARATOR = Pattern.compile("&");

    private Notice() {}

    static void leave(Context context, String key, Object... arguments) {
        var value = Stream.concat(Stream.of(key), Arrays.stream(arguments))
                .map(part -> URLEncoder.encode(String.valueOf(part), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var cookie = new Cookie(COOKIE, value);
        cookie.setPath("/");
        cookie.setMaxAge(SECONDS);
        cookie.setHttpOnly(true);
        cookie.setSameSite(SameSite.LAX);
        context.cookie(cookie);
    }

    /// Anybody can write a cookie, so a key that no bundle holds is no notice.
    static Optional<String> take(Context context, WebWords words) {
        var value = context.cookie(COOKIE);
        if (value == null) {
            return Optional.empty();
        }
        context.removeCookie(COOKIE, "/");
        try {
            List<String> parts = SEPARATOR.splitAsStream(value)
                    .map(part -> URLDecoder.decode(part, StandardCharsets.UTF_8))
                    .toList();
            return Optional.of(words.say(parts.getFirst(), parts.stream().skip(1).toArray()));
        } catch (MissingResourceException | IllegalArgumentException | StringIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }
}

package touchstone.web.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/// Reads what a server answered.
final class Answers {
    private static final Pattern CSRF = Pattern.compile("<meta name=\"csrf\" content=\"([^\"]+)\"");

    private Answers() {}

    static String text(HttpResponse<byte[]> response) throws IOException {
        boolean packed = response.headers().firstValue("Content-Encoding").filter("gzip"::equals).isPresent();
        if (!packed) {
            return new String(response.body(), StandardCharsets.UTF_8);
        }
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            return new String(unpacked.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// What forms of this page have to repeat.
    static String csrf(String page) throws IOException {
        Matcher found = CSRF.matcher(page);
        if (!found.find()) {
            throw new IOException("a page without a token");
        }
        return found.group(1);
    }
}

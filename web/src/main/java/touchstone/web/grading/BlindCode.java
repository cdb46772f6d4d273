package touchstone.web.grading;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import touchstone.judge.digest.Sha256;

/// Names an answer without naming its candidate.
///
/// @param hash also puts the answers to a question in an order that says nothing
record BlindCode(String hash) {
    private static final int CHARACTERS = 5;

    /// Whoever does not know the interview's secret seed cannot compute it from a candidate's id.
    static BlindCode of(long seed, long candidate, String item) {
        var secret = "review/" + seed + "/" + candidate + "/" + item;
        return new BlindCode(Sha256.of(secret.getBytes(StandardCharsets.UTF_8)));
    }

    /// `A-7F30C`
    String text() {
        return "A-" + hash.substring(0, CHARACTERS).toUpperCase(Locale.ROOT);
    }
}

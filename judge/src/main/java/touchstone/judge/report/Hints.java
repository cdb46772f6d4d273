package touchstone.judge.report;

import java.util.List;
import touchstone.judge.text.Hint;
import touchstone.judge.text.Language;
import touchstone.judge.text.Words;

/// Puts hints into words, wherever they come from. The column is shown apart.
public final class Hints {
    private static final List<String> BUNDLES = List.of("touchstone.judge.answer.hints",
            "touchstone.judge.formula.hints", "touchstone.judge.interview.hints");

    private Hints() {}

    /// One sentence or two. It may quote an answer, so whoever shows it escapes it.
    public static String say(Hint hint, Language language) {
        return BUNDLES.stream()
                .map(bundle -> Words.of(bundle, language))
                .filter(words -> words.bundle().containsKey(hint.key()))
                // as texts, or a limit of 1000 would be told as 1,000
                .map(words -> words.say(hint.key(), hint.arguments().stream().map(String::valueOf).toArray()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing says " + hint.key()));
    }
}

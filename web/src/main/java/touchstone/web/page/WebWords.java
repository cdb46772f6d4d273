package touchstone.web.page;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import touchstone.judge.report.TextReport;
import touchstone.judge.text.Language;
import touchstone.judge.text.Words;

/// The words of all pages in one language. The part of a key before its first point names the feature whose
/// bundle holds it: `candidate.start.title` stands in `touchstone/web/candidate/messages`. What reports say is said
/// on pages in the same words: `reports.verdict.ACCEPTED` is the reports' own `verdict.ACCEPTED`.
public final class WebWords {
    private static final String REPORTS = "reports.";

    private final Language language;
    private final Words reports;
    private final Map<String, Words> bundles = new ConcurrentHashMap<>();

    /// Bundles are read when they are first needed.
    public WebWords(Language language) {
        this.language = language;
        reports = TextReport.words(language);
    }

    public Language language() {
        return language;
    }

    /// As HTML's `lang` wants it.
    public String tag() {
        return switch (language) {
            case ZH -> "zh-CN";
            case EN -> "en";
        };
    }

    /// Numbers are told as they are, without separators.
    public String say(String key, Object... arguments) {
        if (key.startsWith(REPORTS)) {
            return reports.say(key.substring(REPORTS.length()), texts(arguments));
        }
        return words(key).say(key, texts(arguments));
    }

    /// For names that people may add to: what has no word is called as it is.
    public String sayOr(String key, String otherwise) {
        return words(key).bundle().containsKey(key) ? say(key) : otherwise;
    }

    private Words words(String key) {
        return bundles.computeIfAbsent(key.substring(0, key.indexOf('.')),
                feature -> Words.of("touchstone.web." + feature + ".messages", language));
    }

    private static Object[] texts(Object... arguments) {
        return Stream.of(arguments).map(String::valueOf).toArray();
    }

    static Language of(String tag) {
        return Language.of(Locale.forLanguageTag(tag));
    }
}

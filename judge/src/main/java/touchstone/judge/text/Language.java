package touchstone.judge.text;

import java.util.Locale;

public enum Language {
    ZH, EN;

    /// Chinese for every Chinese locale, else English.
    public static Language of(Locale locale) {
        return locale.getLanguage().equals("zh") ? ZH : EN;
    }
}

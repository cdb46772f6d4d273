package touchstone.judge.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The words of one language, by key, from a resource bundle.
public final class Words {
    private final Language language;
    private final ResourceBundle bundle;

    private Words(Language language, ResourceBundle bundle) {
        this.language = language;
        this.bundle = bundle;
    }

    /// Without a fall-back: a missing language is a mistake of ours, not a reason
    /// to answer in the language of the machine.
    public static Words of(String bundle, Language language) {
        var control = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return new Words(language, ResourceBundle.getBundle(bundle, locale(language), control));
    }

    public Language language() {
        return language;
    }

    public ResourceBundle bundle() {
        return bundle;
    }

    /// The words at the key, with `{0}` and so on filled in. Apostrophes in the
    /// files are doubled, as [MessageFormat] wants them, everywhere.
    public String say(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(arguments);
    }

    private static Locale locale(Language language) {
        return switch (language) {
            case ZH -> Locale.CHINESE;
            case EN -> Locale.ENGLISH;
        };
    }
}

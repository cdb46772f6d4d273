package touchstone.web.testing;

import com.microsoft.playwright.options.ColorScheme;
import java.util.List;

/// How a visitor's browser is set up.
///
/// @param language as in Accept-Language
public record Look(String language, int width, int height, ColorScheme scheme) {
    /// In English, on a laptop, by day.
    public static Look english() {
        return new Look("en", 1280, 800, ColorScheme.LIGHT);
    }

    public static Look chinese() {
        return new Look("zh-CN", 1280, 800, ColorScheme.LIGHT);
    }

    /// Both languages and both schemes, each on a laptop and on a telephone; and the narrowest in both languages.
    public static List<Look> all() {
        return List.of(english(), chinese().dark(), chinese().wide(390), english().dark().wide(390),
                chinese().wide(320), english().wide(320));
    }

    public Look dark() {
        return new Look(language, width, height, ColorScheme.DARK);
    }

    /// 390 is a telephone, 320 the narrowest that pages must serve.
    public Look wide(int width) {
        return new Look(language, width, height, scheme);
    }

    public Look high(int height) {
        return new Look(language, width, height, scheme);
    }

    /// For names of files: `zh-390-dark`.
    public String name() {
        return language.substring(0, 2) + "-" + width + (scheme == ColorScheme.DARK ? "-dark" : "");
    }
}

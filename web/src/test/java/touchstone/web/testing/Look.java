package touchstone.web.testing;

import com.microsoft.playwright.options.ColorScheme;

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
}

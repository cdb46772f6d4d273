package touchstone.web.markup;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// LaTeX formulas as MathML, remembered up to a total size. KaTeX is loaded on first use.
final class Formulas {
    static final int CHARACTERS_MAX = 2_000;
    private static final int DEPTH_MAX = 60;
    private static final int MATHML_CHARACTERS_MAX = 200_000;
    private static final int REMEMBERED_CHARACTERS_MAX = 8_000_000;
    /// Definitions, which can make work out of nothing, and what KaTeX would show in red because we do not trust it.
    private static final Pattern REFUSED = Pattern.compile(
            "\\\\(?:def|[egx]def|(?:future)?let|global|long|(?:re)?newcommand|providecommand|href|url"
                    + "|html[A-Za-z]*|includegraphics)(?![A-Za-z])");
    private static final Pattern DEEPER = Pattern
            .compile("\\\\(?:begin|left|end|right)(?![A-Za-z])|\\\\.|[{}]", Pattern.DOTALL);

    private record Source(String tex, boolean display) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Source, Optional<String>> remembered = new LinkedHashMap<>(256, 0.75f, true);
    private final MathmlFilter filter = new MathmlFilter();
    private long rememberedCharacters;
    private @Nullable Katex katex;

    void warm() {
        mathml("x", false, new Allowance());
    }

    /// Nothing if this is no formula that can be shown. Never throws for anything that was written.
    Optional<String> mathml(String tex, boolean display, Allowance allowance) {
        if (tex.isBlank() || allowance.isSpent() || isRefused(tex)) {
            return Optional.empty();
        }
        var mathml = find(new Source(tex, display), allowance);
        mathml.map(String::length).ifPresent(allowance::write);
        return mathml;
    }

    private Optional<String> find(Source source, Allowance allowance) {
        lock.lock();
        try {
            var known = remembered.get(source);
            if (known != null) {
                return known;
            }
            boolean full = allowance.isFull();
            var mathml = render(source, allowance);
            if (full || mathml.isPresent()) {
                remember(source, mathml);
            }
            return mathml;
        } finally {
            lock.unlock();
        }
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isRefused(String tex) {
        return tex.length() > CHARACTERS_MAX
                || tex.codePoints().anyMatch(Escaped::misleads)
                || REFUSED.matcher(tex).find()
                || isTooDeep(tex);
    }

    private static boolean isTooDeep(String tex) {
        int depth = 0;
        var matcher = DEEPER.matcher(tex);
        while (matcher.find()) {
            depth += switch (matcher.group()) {
                case "{", "\\begin", "\\left" -> 1;
                case "}", "\\end", "\\right" -> -1;
                default -> 0;
            };
            if (depth > DEPTH_MAX) {
                return true;
            }
        }
        return false;
    }

    private Optional<String> render(Source source, Allowance allowance) {
        if (katex == null) {
            katex = new Katex();
        }
        return katex.html(source.tex, source.display, allowance)
                .filter(html -> html.length() <= MATHML_CHARACTERS_MAX)
                .flatMap(filter::clean);
    }

    private void remember(Source source, Optional<String> mathml) {
        remembered.put(source, mathml);
        rememberedCharacters += weight(source, mathml);
        var eldest = remembered.entrySet().iterator();
        while (rememberedCharacters > REMEMBERED_CHARACTERS_MAX) {
            var entry = eldest.next();
            rememberedCharacters -= weight(entry.getKey(), entry.getValue());
            eldest.remove();
        }
    }

    private static long weight(Source source, Optional<String> mathml) {
        return 200L + source.tex.length() + mathml.map(String::length).orElse(0);
    }
}

package touchstone.web.page;

import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import touchstone.judge.text.Text;

/// What templates may call: `t('feature.key', …)` says words, `asset('base.css')` is an address, `| time` an
/// instant, `| inlanguage` a text that exists in both languages.
final class PageExtension extends AbstractExtension {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'")
            .withZone(ZoneOffset.UTC);

    private final Assets assets;

    PageExtension(Assets assets) {
        this.assets = assets;
    }

    @Override
    public Map<String, Function> getFunctions() {
        return Map.of("t", new Say(), "asset", new AssetPath(assets));
    }

    @Override
    public Map<String, Filter> getFilters() {
        return Map.of("time", new OneArgument((value, _) -> time(value)), "inlanguage", new OneArgument(
                (value, words) -> value instanceof Text text ? text.in(words.language()) : value));
    }

    /// The browser shows it in its own zone.
    private static @Nullable Object time(@Nullable Object value) {
        var bare = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        return bare instanceof Instant instant
                ? new SafeString("<time datetime=\"" + instant.truncatedTo(ChronoUnit.SECONDS)
                        + "\" data-time=\"datetime\">" + TIME.format(instant) + "</time>")
                : "";
    }

    private static WebWords words(EvaluationContext context) {
        return (WebWords) Objects.requireNonNull(context.getVariable("words"));
    }

    private record Say() implements Function {
        private static final List<String> ARGUMENTS = List.of("key", "a", "b", "c", "d");

        @Override
        public List<String> getArgumentNames() {
            return ARGUMENTS;
        }

        @Override
        public Object execute(
                Map<String, Object> arguments,
                PebbleTemplate self,
                EvaluationContext context,
                int line) {
            var key = String.valueOf(arguments.get("key"));
            var rest = Stream.of("a", "b", "c", "d").map(arguments::get).filter(Objects::nonNull).toArray();
            return words(context).say(key, rest);
        }
    }

    private record AssetPath(Assets assets) implements Function {
        @Override
        public List<String> getArgumentNames() {
            return List.of("name");
        }

        @Override
        public Object execute(
                Map<String, Object> arguments,
                PebbleTemplate self,
                EvaluationContext context,
                int line) {
            return assets.path(String.valueOf(arguments.get("name")));
        }
    }

    private interface Rendering {
        @Nullable
        Object apply(@Nullable Object value, WebWords words);
    }

    private record OneArgument(Rendering rendering) implements Filter {
        @Override
        public @Nullable List<String> getArgumentNames() {
            return List.of();
        }

        @Override
        public @Nullable Object apply(
                @Nullable Object value,
                Map<String, Object> arguments,
                PebbleTemplate self,
                EvaluationContext context,
                int line) {
            return rendering.apply(value, words(context));
        }
    }
}

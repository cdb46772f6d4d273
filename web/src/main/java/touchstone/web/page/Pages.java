package touchstone.web.page;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Templates. Everything in them is escaped unless a function returns HTML on purpose.
public final class Pages {
    private static final Pattern SECTION_END = Pattern.compile("/.*");

    private final PebbleEngine engine;
    private final Tokens nonces;

    Pages(Assets assets, Tokens nonces) {
        this.nonces = nonces;
        var loader = new ClasspathLoader(Pages.class.getClassLoader());
        loader.setPrefix("touchstone/web");
        engine = new PebbleEngine.Builder().loader(loader)
                .strictVariables(true)
                .extension(new PageExtension(assets))
                .build();
    }

    String render(String template, Map<String, ?> model, Exchange exchange) {
        var nonce = nonces.draw();
        var context = exchange.context();
        SecurityHeaders.allowStyles(context, nonce);
        var all = new HashMap<String, Object>();
        all.put("words", exchange.words());
        all.put("lang", exchange.words().tag());
        all.put("language", exchange.language().name().toLowerCase(Locale.ROOT));
        all.put("theme", theme(context.cookie("theme")));
        all.put("nonce", nonce);
        all.put("csrf", exchange.visitor().csrf());
        all.put("account", exchange.visitor() instanceof Visitor.Member(var account, _) ? Optional.of(account)
                : Optional.empty());
        all.put("path", context.path());
        all.put("section", SECTION_END.matcher(context.path().substring(1)).replaceFirst(""));
        all.put("notice", Notice.take(context, exchange.words()));
        all.putAll(model);
        return evaluate(template, all);
    }

    /// With nothing but the words of its language and the model.
    String fragment(String template, Map<String, ?> model, WebWords words) {
        var all = new HashMap<String, Object>(model);
        all.put("words", words);
        return evaluate(template, all);
    }

    private String evaluate(String template, Map<String, Object> all) {
        var page = new StringWriter();
        try {
            engine.getTemplate(template).evaluate(page, all);
        } catch (IOException e) {
            throw new UncheckedIOException(template, e);
        }
        return page.toString();
    }

    private static String theme(@Nullable String cookie) {
        return Optional.ofNullable(cookie).filter(List.of("light", "dark")::contains).orElse("auto");
    }
}

package touchstone.web.report;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import touchstone.web.grading.Gradings;
import touchstone.web.markup.Markup;
import touchstone.web.page.Assets;
import touchstone.web.page.Exchange;
import touchstone.web.store.Store;

/// The report as files, each complete in itself.
final class ReportFiles {
    private static final Pattern NOT_IN_NAMES = Pattern
            .compile("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\\\/:*?\"<>|\\s]+");
    private static final int NAME_CHARACTERS_MAX = 80;

    private final Store store;
    private final Gradings gradings;
    private final Markup markup;
    private final PrintShop printShop;
    private final String css;

    ReportFiles(Store store, Gradings gradings, Markup markup, PrintShop printShop) {
        this.store = store;
        this.gradings = gradings;
        this.markup = markup;
        this.printShop = printShop;
        var assets = Assets.read();
        css = assets.text("base.css") + assets.text("report.css");
    }

    void json(Exchange exchange) {
        var sight = seen(exchange, "json");
        exchange.download("application/json; charset=utf-8", name(sight, "json"),
                ReportJson.of(sight, store).getBytes(StandardCharsets.UTF_8));
    }

    void html(Exchange exchange) {
        var sight = seen(exchange, "html");
        exchange.download("text/html; charset=utf-8", name(sight, "html"),
                page(exchange, sight).getBytes(StandardCharsets.UTF_8));
    }

    void pdf(Exchange exchange) {
        printShop.check();
        var sight = seen(exchange, "pdf");
        exchange.download("application/pdf", name(sight, "pdf"), printShop.print(page(exchange, sight)));
    }

    private String page(Exchange exchange, Sight sight) {
        return exchange.html("report/file.peb", sight.file(exchange, store, css));
    }

    private Sight seen(Exchange exchange, String as) {
        var sight = Sight.of(exchange, gradings, markup);
        exchange.audit("report.view", "candidate:" + sight.id(), as);
        return sight;
    }

    private static String name(Sight sight, String ending) {
        var name = NOT_IN_NAMES.matcher(sight.report().interview().title() + "-" + sight.name())
                .replaceAll("_");
        return (name.length() <= NAME_CHARACTERS_MAX ? name : name.substring(0, NAME_CHARACTERS_MAX)) + "."
                + ending;
    }
}

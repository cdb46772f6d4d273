package touchstone.web.campaign;

import io.pebbletemplates.pebble.extension.escaper.SafeString;
import java.util.HashMap;
import java.util.Map;
import touchstone.judge.sheet.Csv;
import touchstone.judge.statistics.ItemAnalysis;
import touchstone.web.page.Exchange;
import touchstone.web.page.Refusal;

/// How the candidates' scores lie.
final class DistributionsPage {
    private final Campaign.Source campaigns;

    DistributionsPage(Campaign.Source campaigns) {
        this.campaigns = campaigns;
    }

    void show(Exchange exchange) {
        var campaign = campaigns.read(exchange);
        var all = Distributions.of(campaign, exchange.words());
        var ended = campaign.ended();
        var model = new HashMap<String, Object>(
                Map.of("interview", campaign.interview(), "tab", "distributions", "counted", all.counted(),
                        "provisional", ended.stream().filter(one -> one.summary().provisional()).count(),
                        "few", all.counted() < ItemAnalysis.ENOUGH, "enough", ItemAnalysis.ENOUGH));
        if (all.counted() > 0) {
            model.put("totalsPlot", new SafeString(all.totalsPlot()));
            model.put("totals", all.totalsSheet());
            model.put("dimensionsPlot", new SafeString(all.dimensionsPlot()));
            model.put("dimensions", all.dimensionsSheet());
            model.put("itemsPlot", new SafeString(all.itemsPlot()));
            model.put("items", all.itemsSheet());
        }
        exchange.audit("campaign.distributions", "interview:" + campaign.interview().id(), "");
        exchange.render("campaign/distributions.peb", model);
    }

    void csv(Exchange exchange) {
        var file = exchange.path("file");
        var all = Distributions.of(campaigns.read(exchange), exchange.words());
        var sheet = switch (file) {
            case "totals.csv" -> all.totalsSheet();
            case "dimensions.csv" -> all.dimensionsSheet();
            case "items.csv" -> all.itemsSheet();
            default -> throw Refusal.notFound();
        };
        exchange.audit("campaign.export", "interview:" + exchange.id("id"), file);
        exchange.download(Csv.TYPE, file, Csv.bytes(sheet));
    }
}

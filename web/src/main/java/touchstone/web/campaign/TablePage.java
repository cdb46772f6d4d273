package touchstone.web.campaign;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import touchstone.judge.authoring.RubricDimension;
import touchstone.web.campaign.Campaign.Entrant;
import touchstone.web.page.Access;
import touchstone.web.page.Exchange;
import touchstone.web.store.Candidate;

/// All candidates of an interview.
final class TablePage {
    private static final int SNAPSHOT_VERSION = 1;

    private final Campaign.Source campaigns;

    TablePage(Campaign.Source campaigns) {
        this.campaigns = campaigns;
    }

    /// @param live whether figures may still change, so that it is worth asking again
    record Snapshot(int version, long interview, Instant at, boolean live, List<Row> candidates) {}

    void show(Exchange exchange) {
        var campaign = campaigns.read(exchange);
        var wanted = Wanted.of(exchange);
        var rows = campaign.entrants()
                .stream()
                .filter(wanted::fits)
                .map(one -> Row.of(one, exchange.words()))
                .toList();
        var role = exchange.account().role();
        exchange.audit("campaign.view", "interview:" + campaign.interview().id(), "");
        var model = new HashMap<String, Object>(Map.of("interview", campaign.interview(), "tab", "candidates",
                "rows", rows, "count", campaign.entrants().size(), "filtered", !wanted.all(), "blind",
                campaign.blind(), "suffix", campaign.suffix(), "live", live(campaign)));
        model.put("dimensions", Stream.of(RubricDimension.values()).map(RubricDimension::key).toList());
        model.put("states", Stream.of(Candidate.State.values()).map(Enum::name).toList());
        Stream.of("state", "least", "dimension", "dimensionLeast")
                .forEach(name -> model.put(name, exchange.query(name).orElse("")));
        model.put("may", Access.INTERVIEWER.allows(role));
        exchange.render("campaign/table.peb", model);
    }

    void snapshot(Exchange exchange) {
        var campaign = campaigns.read(exchange);
        exchange.json(
                new Snapshot(SNAPSHOT_VERSION, campaign.interview().id(), exchange.now(), live(campaign),
                        campaign.entrants().stream().map(one -> Row.of(one, exchange.words())).toList()));
    }

    private static boolean live(Campaign campaign) {
        boolean open = campaign.interview().closedAt().isEmpty();
        return campaign.entrants().stream().anyMatch(one -> live(one, open));
    }

    private static boolean live(Entrant entrant, boolean open) {
        return switch (entrant.summary().candidate().state()) {
            case INVITED -> open;
            case RUNNING -> true;
            case ENDED -> entrant.summary().provisional();
            case REVOKED -> false;
        };
    }
}

package touchstone.web.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.interview.InterviewScore;
import touchstone.judge.sheet.Csv;
import touchstone.judge.sheet.Sheet;
import touchstone.judge.sheet.Sheet.Cell;
import touchstone.judge.sheet.Spreadsheet;
import touchstone.web.campaign.Campaign.Entrant;
import touchstone.web.library.ChosenWeights;
import touchstone.web.library.ResolvedPlan.ResolvedItem;
import touchstone.web.page.Exchange;
import touchstone.web.page.WebWords;

/// The table as files. The interview's seed is in none of them.
final class Exports {
    private static final Pattern UNFIT = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Campaign.Source campaigns;

    Exports(Campaign.Source campaigns) {
        this.campaigns = campaigns;
    }

    void csv(Exchange exchange) {
        var campaign = read(exchange, "csv");
        exchange.download(Csv.TYPE, name(campaign, exchange.now(), "csv"),
                Csv.bytes(candidates(campaign, exchange.words())));
    }

    void xlsx(Exchange exchange) {
        var campaign = read(exchange, "xlsx");
        var words = exchange.words();
        exchange.download(Spreadsheet.TYPE, name(campaign, exchange.now(), "xlsx"),
                Spreadsheet.bytes(List.of(candidates(campaign, words), items(campaign, words))));
    }

    void json(Exchange exchange) {
        exchange.json(CampaignJson.of(read(exchange, "json"), exchange.now()));
    }

    private Campaign read(Exchange exchange, String format) {
        var campaign = campaigns.read(exchange);
        exchange.audit("campaign.export", "interview:" + campaign.interview().id(), format);
        return campaign;
    }

    private static String name(Campaign campaign, Instant now, String ending) {
        var title = UNFIT.matcher(campaign.interview().title()).replaceAll("-");
        return title + "-" + LocalDate.ofInstant(now, ZoneOffset.UTC) + "." + ending;
    }

    private static Sheet candidates(Campaign campaign, WebWords words) {
        var columns = new ArrayList<>(
                Stream.of("id", "name", "state", "started", "ended", "minutes", "total", "lowest", "highest")
                        .map(key -> words.say("campaign.column." + key))
                        .toList());
        dimensions().forEach(one -> columns.add(words.say("reports.dimension." + one.key())));
        campaign.items().forEach(item -> columns.add(ItemName.brief(item)));
        Stream.of("waiting", "errors", "weights")
                .forEach(key -> columns.add(words.say("campaign.column." + key)));
        return new Sheet(words.say("campaign.candidates"), columns,
                campaign.entrants().stream().map(one -> row(one, campaign, words)).toList());
    }

    private static List<Cell> row(Entrant entrant, Campaign campaign, WebWords words) {
        var summary = entrant.summary();
        var candidate = summary.candidate();
        var cells = new ArrayList<Cell>(List.of(Cell.of(entrant.id()), Cell.of(entrant.name()),
                Cell.of(words.say("campaign.state." + candidate.state())),
                Cell.ofMoment(candidate.startedAt()), Cell.ofMoment(candidate.endedAt()),
                candidate.startedAt()
                        .map(_ -> Cell.of(summary.timeUsed().toMinutes()))
                        .orElseGet(Cell.Empty::new),
                Cell.ofFigure(summary.total().map(Figures::kept)),
                Cell.ofFigure(summary.range().map(InterviewScore.Range::lowest).map(Figures::kept)),
                Cell.ofFigure(summary.range().map(InterviewScore.Range::highest).map(Figures::kept))));
        summary.dimensions().values().forEach(one -> cells.add(Cell.ofFigure(one.map(Figures::kept))));
        campaign.items()
                .forEach(item -> cells.add(Cell.ofFigure(
                        summary.fractions().getOrDefault(item.id(), Optional.empty()).map(Figures::kept))));
        cells.add(Cell.of(summary.waitingReviews()));
        cells.add(Cell.of(summary.ourErrors()));
        cells.add(Cell.of(ChosenWeights.text(campaign.weights()).replace(',', '/')));
        return cells;
    }

    private static Sheet items(Campaign campaign, WebWords words) {
        var columns = new ArrayList<>(Stream.of("number", "item.id", "item", "kind", "minutes")
                .map(key -> words.say("campaign." + key))
                .toList());
        dimensions().forEach(one -> columns.add(words.say("reports.dimension." + one.key()) + " %"));
        return new Sheet(words.say("campaign.items.sheet"), columns,
                campaign.items().stream().map(item -> itemRow(item, words)).toList());
    }

    private static List<Cell> itemRow(ResolvedItem item, WebWords words) {
        var cells = new ArrayList<Cell>(List.of(Cell.of(item.number()), Cell.of(item.id()),
                Cell.of(ItemName.title(item, words)),
                Cell.of(words.say("campaign.kind." + item.item().kind())), Cell.of(item.item().minutes())));
        dimensions().forEach(one -> cells.add(Cell.of(item.item().split().getOrDefault(one, 0))));
        return cells;
    }

    private static List<RubricDimension> dimensions() {
        return List.of(RubricDimension.values());
    }
}

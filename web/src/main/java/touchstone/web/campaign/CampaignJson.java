package touchstone.web.campaign;

import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.interview.Fraction;
import touchstone.judge.text.Text;
import touchstone.web.campaign.Campaign.Entrant;
import touchstone.web.library.ResolvedPlan.ResolvedItem;

/// The table for programs. Scores are from 0 to 100; null is "not assessed", or not yet.
record CampaignJson(
        String format,
        int version,
        Instant exportedAt,
        InterviewPart interview,
        List<ItemPart> items,
        List<CandidatePart> candidates) {
    private static final String FORMAT = "touchstone-campaign";
    private static final int VERSION = 1;

    record InterviewPart(
            long id,
            String title,
            String blueprint,
            int minutes,
            Map<String, Integer> weights,
            boolean namesHidden) {}

    record ItemPart(
            int number,
            String id,
            Text title,
            String kind,
            int minutes,
            Map<String, Integer> shares) {}

    record CandidatePart(
            long id,
            String name,
            String state,
            Optional<Instant> startedAt,
            Optional<Instant> endedAt,
            long secondsUsed,
            Optional<BigDecimal> total,
            Optional<BigDecimal> lowest,
            Optional<BigDecimal> highest,
            boolean provisional,
            Map<String, Optional<BigDecimal>> dimensions,
            Map<String, Optional<BigDecimal>> items,
            int waitingReviews,
            int errors) {}

    static CampaignJson of(Campaign campaign, Instant now) {
        var interview = campaign.interview();
        return new CampaignJson(FORMAT, VERSION, now,
                new InterviewPart(interview.id(), interview.title(), interview.blueprint(),
                        interview.minutes(), byKey(campaign.weights().percent()), campaign.blind()),
                campaign.items().stream().map(CampaignJson::item).toList(),
                campaign.entrants().stream().map(CampaignJson::candidate).toList());
    }

    private static ItemPart item(ResolvedItem item) {
        return new ItemPart(item.number(), item.id(), item.item().title(), item.item().kind().name(),
                item.item().minutes(), byKey(item.item().split()));
    }

    private static CandidatePart candidate(Entrant entrant) {
        var summary = entrant.summary();
        var candidate = summary.candidate();
        var dimensions = new LinkedHashMap<String, Optional<BigDecimal>>();
        summary.dimensions().forEach((one, score) -> dimensions.put(one.key(), kept(score)));
        var items = new LinkedHashMap<String, Optional<BigDecimal>>();
        summary.fractions().forEach((one, score) -> items.put(one, kept(score)));
        return new CandidatePart(entrant.id(), entrant.name(), candidate.state().name(),
                candidate.startedAt(), candidate.endedAt(), summary.timeUsed().toSeconds(),
                kept(summary.total()), kept(summary.range().map(range -> range.lowest())),
                kept(summary.range().map(range -> range.highest())), summary.provisional(), dimensions, items,
                summary.waitingReviews(), summary.ourErrors());
    }

    private static Optional<BigDecimal> kept(Optional<Fraction> score) {
        return score.map(Figures::kept);
    }

    private static Map<String, Integer> byKey(Map<RubricDimension, Integer> percent) {
        return percent.entrySet()
                .stream()
                .collect(toMap(one -> one.getKey().key(), Map.Entry::getValue, (one, _) -> one,
                        LinkedHashMap::new));
    }
}

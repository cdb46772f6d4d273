package touchstone.web.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.interview.Fraction;
import touchstone.judge.interview.Item;
import touchstone.judge.interview.Weights;
import touchstone.judge.statistics.ItemAnalysis.Trust;
import touchstone.judge.statistics.Statistics;
import touchstone.judge.statistics.Statistics.Pair;
import touchstone.judge.text.Text;
import touchstone.web.campaign.Campaign.Entrant;
import touchstone.web.grading.CandidateSummary;
import touchstone.web.library.ResolvedPlan.ResolvedItem;
import touchstone.web.store.Candidate;
import touchstone.web.store.Candidate.EndedBy;
import touchstone.web.store.Interview;

/// Against values computed by hand.
class StatisticsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void a_median_is_the_middle_one_or_lies_between_the_two() {
        assertThat(Statistics.median(List.of())).isEmpty();
        assertThat(Statistics.median(List.of(0.7))).hasValue(0.7);
        assertThat(Statistics.median(List.of(0.9, 0.1, 0.3))).hasValue(0.3);
        assertThat(Statistics.median(List.of(1.0, 0.0, 0.25, 0.5))).hasValue(0.375);
    }

    @Test
    void a_correlation_is_pearsons() {
        // 3 / sqrt(2 · 42/9)
        assertThat(
                Statistics.correlation(List.of(new Pair(1, 2), new Pair(2, 4), new Pair(3, 5))).orElseThrow())
                .isCloseTo(0.981981, within(1e-6));
        assertThat(Statistics.correlation(List.of(new Pair(0, 1), new Pair(1, 0))).orElseThrow())
                .isCloseTo(-1, within(1e-12));
    }

    @Test
    void what_never_changes_goes_along_with_nothing() {
        assertThat(Statistics.correlation(List.of())).isEmpty();
        assertThat(Statistics.correlation(List.of(new Pair(1, 1)))).isEmpty();
        assertThat(Statistics.correlation(List.of(new Pair(0.1, 0), new Pair(0.1, 1), new Pair(0.1, 0.3))))
                .isEmpty();
    }

    @Test
    void an_item_is_compared_with_the_others_by_minutes_and_not_with_itself() {
        var campaign = campaign(Stream.of(scores("1/1", "1/1", "1/1"), scores("0/1", "1/2", "0/1"),
                scores("1/1", "0/1", "1/1"), scores("0/1", "0/1", "0/1"), scores("", "1/1", "1/1")));

        var first = ItemStatistics.of(campaign).getFirst();

        assertThat(first.n()).isEqualTo(4);
        assertThat(first.mean()).hasValue(0.5);
        // the others come to 1, 0.2, 0.6 and 0: 0.7 / sqrt(1 · 0.59)
        assertThat(first.discrimination().orElseThrow()).isCloseTo(0.911322, within(1e-6));
        assertThat(ItemStatistics.of(campaign).get(1).n()).isEqualTo(5);
    }

    @Test
    void few_candidates_say_little_and_very_few_nothing() {
        assertThat(trust(9)).isEqualTo(Trust.HIDDEN);
        assertThat(trust(10)).isEqualTo(Trust.FEW);
        assertThat(trust(19)).isEqualTo(Trust.FEW);
        assertThat(trust(20)).isEqualTo(Trust.ENOUGH);
    }

    private static Trust trust(int candidates) {
        return ItemStatistics
                .of(campaign(Stream.generate(() -> scores("1/2", "1/2", "1/2")).limit(candidates)))
                .getFirst()
                .trust();
    }

    private static Campaign campaign(Stream<Map<String, Optional<Fraction>>> scores) {
        var items = List.of(item(1, "a", 10), item(2, "b", 20), item(3, "c", 30));
        var interview = new Interview(1, "Spring", "own", "{}", 60, "25,25,25,25", "custom", 77, false, 90, 1,
                NOW, Optional.empty());
        return new Campaign(interview, items, Weights.of(25, 25, 25, 25), false,
                scores.map(StatisticsTest::entrant).toList());
    }

    private static ResolvedItem item(int number, String id, int minutes) {
        return new ResolvedItem(number, new Item(id, Item.Kind.EXERCISE, new Text(id, id), minutes,
                Map.of(RubricDimension.THEORY, 100), "1"), Optional.empty());
    }

    private static Map<String, Optional<Fraction>> scores(String a, String b, String c) {
        var scores = new LinkedHashMap<String, Optional<Fraction>>();
        scores.put("a", fraction(a));
        scores.put("b", fraction(b));
        scores.put("c", fraction(c));
        return scores;
    }

    private static Optional<Fraction> fraction(String text) {
        return Optional.of(text).filter(one -> !one.isEmpty()).map(Fraction::parse);
    }

    private static Entrant entrant(Map<String, Optional<Fraction>> scores) {
        var candidate = new Candidate(1, 1, "Lin", "hash", 0, 1, NOW, Optional.empty(), Optional.of(NOW),
                Optional.of(NOW), Optional.of(NOW), Optional.of(EndedBy.CANDIDATE));
        var dimensions = Map.of(RubricDimension.THEORY, Optional.<Fraction>empty());
        return new Entrant("Lin", new CandidateSummary(candidate, Optional.empty(), Optional.empty(),
                dimensions, scores, 3, 3, 0, 0, Duration.ZERO, Duration.ofHours(1), Optional.of(NOW)));
    }
}

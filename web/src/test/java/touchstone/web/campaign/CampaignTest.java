package touchstone.web.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.interview.Fraction;
import touchstone.judge.statistics.Statistics;
import touchstone.web.grading.CandidateSummary;
import touchstone.web.store.Candidate;
import touchstone.web.store.Role;

class CampaignTest extends CampaignFixture {
    @Test
    void the_table_shows_what_gradings_say_of_everybody() {
        var page = page(at(interview));
        for (var summary : crowd.summaries(interview)) {
            var row = row(page, summary.candidate().id());
            assertThat(row).contains(summary.candidate().name())
                    .contains("data-state=\"" + summary.candidate().state() + "\"")
                    .contains(">" + summary.done() + " / " + summary.items() + "<");
            assertThat(cells(row, "total")).containsExactly(shown(summary.total(), "—"));
            boolean begun = summary.candidate().startedAt().isPresent();
            assertThat(cells(row, "dimension")).containsExactlyElementsOf(summary.dimensions()
                    .values()
                    .stream()
                    .map(one -> shown(one, begun ? "Not assessed" : "—"))
                    .toList());
            assertThat(cells(row, "waiting")).containsExactly("" + summary.waitingReviews());
            assertThat(cells(row, "errors")).containsExactly("" + summary.ourErrors());
        }
    }

    @Test
    void the_crowd_holds_every_state_and_kind_of_result() {
        var summaries = crowd.summaries(interview);
        assertThat(summaries).hasSize(Crowd.SIZE)
                .extracting(one -> one.candidate().state())
                .contains(Candidate.State.values());
        assertThat(summaries).anyMatch(one -> one.ourErrors() > 0)
                .anyMatch(one -> one.waitingReviews() > 0)
                .anyMatch(one -> one.total().equals(Optional.of(Fraction.ZERO)))
                .anyMatch(one -> one.total().isEmpty())
                .anyMatch(one -> one.range().isPresent() && one.total().isPresent());
    }

    private static String row(String page, long candidate) {
        int from = page.indexOf("<tr data-row=\"" + candidate + "\"");
        assertThat(from).as("row of " + candidate).isNotNegative();
        return page.substring(from, page.indexOf("</tr>", from));
    }

    private static List<String> cells(String row, String cell) {
        return Pattern.compile("data-cell=\"" + cell + "\".*?data-words>([^<]*)<")
                .matcher(row)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void a_minimum_is_met_by_scores_and_never_by_what_is_not_assessed() {
        var page = page(at(interview) + "?least=50&dimension=systems&dimensionLeast=40");
        for (var one : crowd.summaries(interview)) {
            boolean fits = atLeast(one.total(), 50) && atLeast(dimension(one, RubricDimension.SYSTEMS), 40);
            assertThat(page.contains("data-row=\"" + one.candidate().id() + "\"")).isEqualTo(fits);
        }
        assertThat(page(at(interview) + "?state=RUNNING")).contains("5 / 40");
        assertThat(page(at(interview) + "?least=100&state=INVITED")).contains("No candidate fits");
        var wrong = viewer().get(at(interview) + "?least=%3Cb%3E");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.body()).doesNotContain("<b>");
    }

    private static boolean atLeast(Optional<Fraction> score, int least) {
        return score.filter(one -> one.times(100).compareTo(Fraction.of(least, 1)) >= 0).isPresent();
    }

    @Test
    void an_empty_interview_says_what_to_do() {
        long empty = crowd.interview("Empty");
        assertThat(page(at(empty))).contains("No candidates yet", at(empty) + "/invitations");
        assertThat(page(at(empty) + "/distributions")).contains("No scores to count yet");
        assertThat(csv(at(empty) + "/export.csv")).hasSize(1);
        assertThat(json(at(empty) + "/summary.json").get("live").asBoolean()).isFalse();
        assertThat(viewer().get("/interviews/999999").status()).isEqualTo(404);
    }

    @Test
    void the_snapshot_says_the_same_as_the_table() {
        var snapshot = json(at(interview) + "/summary.json");
        assertThat(snapshot.get("live").asBoolean()).isTrue();
        var summaries = crowd.summaries(interview);
        for (int i = 0; i < summaries.size(); i++) {
            var row = snapshot.get("candidates").get(i);
            assertThat(row.get("id").asLong()).isEqualTo(summaries.get(i).candidate().id());
            assertThat(row.get("total").get("words").asString())
                    .isEqualTo(shown(summaries.get(i).total(), "—"));
            assertThat(row.get("phase").asString()).isEqualTo(summaries.get(i).candidate().state().name());
        }
    }

    @Test
    void hidden_names_stay_hidden_and_codes_stay_the_same() {
        for (var path : List.of("", "/summary.json", "/export.json", "/export.csv",
                "/compare?id=" + pair())) {
            var separator = path.contains("?") ? "&" : "?";
            var text = page(at(interview) + path + separator + "blind=1");
            assertThat(text).as(path).doesNotContain("候选人").containsPattern("C-[0-9A-F]{8}");
        }
        assertThat(codes()).hasSize(Crowd.SIZE).isEqualTo(codes()).isSorted();
    }

    private static List<String> codes() {
        return json(at(interview) + "/summary.json?blind=1").get("candidates")
                .valueStream()
                .map(one -> one.get("name").asString())
                .toList();
    }

    @Test
    void two_to_five_are_compared_and_others_are_told_so() {
        var ids = finished();
        var page = page(at(interview) + "/compare?id=" + pair());
        for (var one : crowd.summaries(interview)) {
            if (ids.subList(0, 2).contains(one.candidate().id())) {
                assertThat(page).contains(one.candidate().name(), shown(one.total(), "—"));
                one.fractions().values().forEach(score -> assertThat(page).contains(shown(score, "—")));
            }
        }
        assertThat(page).contains("<svg", "class=\"series b\"");
        for (var few : List.of("", "?id=" + ids.get(0), "?id=1x&id=999999",
                "?id=" + ids.get(0) + "&id=" + ids.get(0))) {
            var answer = viewer().get(at(interview) + "/compare" + few);
            assertThat(answer.status()).as(few).isEqualTo(422);
            assertThat(answer.body()).contains("A comparison needs 2 to 5");
        }
        var six = ids.stream().limit(6).map(id -> "id=" + id).collect(Collectors.joining("&"));
        assertThat(viewer().get(at(interview) + "/compare?" + six).body()).contains("At most 5");
        assertThat(page(at(interview) + "/compare?" + six.substring(0, six.lastIndexOf('&'))))
                .contains("class=\"series e\"");
    }

    @Test
    void distributions_count_whoever_has_finished_with_a_score() {
        var totals = crowd.summaries(interview)
                .stream()
                .filter(one -> one.candidate().state() == Candidate.State.ENDED)
                .flatMap(one -> one.total().stream())
                .toList();
        var page = page(at(interview) + "/distributions");
        assertThat(page).contains("have a score: " + totals.size() + ".");
        var bins = csv(at(interview) + "/distributions/totals.csv");
        assertThat(bins).hasSize(11);
        assertThat(bins.stream().skip(1).mapToInt(one -> Integer.parseInt(one.get(2))).sum())
                .isEqualTo(totals.size());
        assertThat(bins.get(1).get(2))
                .isEqualTo("" + totals.stream().filter(one -> one.compareTo(Fraction.of(1, 10)) < 0).count());
        var median = Statistics.median(totals.stream().map(one -> one.value()).toList()).orElseThrow();
        assertThat(page).contains("Median " + Figures.shown(median).toPlainString());
    }

    @Test
    void items_are_told_apart_only_by_enough_candidates() {
        var items = csv(at(interview) + "/distributions/items.csv");
        assertThat(items).hasSize(4);
        // 25 have finished, 5 of them with nothing, which is 0
        assertThat(items.get(2)).startsWith("2", Crowd.NUMBER).contains("25", "Enough");
        var few = csv(at(hostile) + "/distributions/items.csv");
        assertThat(few.get(1)).contains("12", "All scores are the same");
        assertThat(csv(at(interview) + "/distributions/dimensions.csv")).hasSize(5);
        assertThat(viewer().get(at(interview) + "/distributions/seed.csv").status()).isEqualTo(404);
    }

    // --- exports

    @Test
    void only_the_team_sees_it_and_what_it_sees_is_noted() {
        var candidate = crowd.summaries(interview).get(2).candidate();
        for (var path : PATHS) {
            assertThat(crowd.site.stranger().get(at(interview) + path).status()).as(path).isIn(303, 302, 401);
            assertThat(crowd.site.candidate(candidate).get(at(interview) + path).status()).as(path)
                    .isIn(302, 303, 401, 403);
            assertThat(crowd.site.member(Role.AUTHOR).get(at(interview) + path).status()).as(path)
                    .isEqualTo(403);
        }
        for (var role : List.of(Role.VIEWER, Role.INTERVIEWER, Role.OWNER)) {
            assertThat(crowd.site.member(role).get(at(interview)).status()).isEqualTo(200);
        }
        page(at(interview) + "/export.csv");
        page(at(interview) + "/compare?id=" + pair());
        page(at(interview) + "/distributions");
        var noted = crowd.store.audit()
                .ofInterview(interview, Long.MAX_VALUE, 500)
                .stream()
                .map(one -> Map.entry(one.action(), one.accountId()))
                .toList();
        var viewer = Optional.of(crowd.site.account(Role.VIEWER).id());
        assertThat(noted).contains(entry("campaign.view", viewer), entry("campaign.export", viewer),
                entry("campaign.compare", viewer), entry("campaign.distributions", viewer));
    }

    @Test
    void only_those_who_may_review_get_the_link_to_reviews() {
        assertThat(page(at(interview))).doesNotContain("/reviews/next");
        assertThat(page(crowd.site.member(Role.INTERVIEWER), at(interview)))
                .contains("/reviews/next?interview=" + interview);
    }

    @Test
    void chinese_pages_and_files_are_chinese() {
        var chinese = viewer().with("Accept-Language", "zh-CN");
        assertThat(page(chinese, at(interview))).contains("未评估", "待评阅").doesNotContain("Not assessed");
        assertThat(page(chinese, at(interview) + "/distributions")).contains("区分度", "中位数 ");
        assertThat(page(chinese, at(interview) + "/export.csv")).contains("候选人编号,姓名,状态");
        assertThat(page(chinese, at(interview) + "/compare?id=" + pair())).contains("候选人比较");
    }

    @Test
    void summaries_name_every_item_once() {
        assertThat(crowd.summaries(interview)).extracting(CandidateSummary::fractions)
                .allSatisfy(
                        one -> assertThat(one).containsOnlyKeys(Crowd.EXERCISE, Crowd.NUMBER, Crowd.OPEN));
    }
}

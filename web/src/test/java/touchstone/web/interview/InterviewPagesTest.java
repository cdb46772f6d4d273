package touchstone.web.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchstone.web.library.InterviewPlan;
import touchstone.web.store.Role;

class InterviewPagesTest {
    @TempDir
    private Path folder;

    private Office office;

    @BeforeEach
    void open() {
        office = new Office(folder);
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void an_empty_list_says_what_to_do_and_a_full_one_counts_candidates() {
        assertThat(office.interviewer.get("/interviews").body()).contains("No interviews yet",
                "href=\"/interviews/new\"");
        assertThat(office.site.member(Role.VIEWER).get("/interviews").body()).contains("No interviews yet")
                .doesNotContain("/interviews/new");
        var interview = office.make("phone-screen", "Spring");
        office.started(interview, "Ada");
        office.invite(interview, "Bob");
        var list = office.interviewer.get("/interviews").body();
        assertThat(list).contains("Spring", "Phone screen", "data-state=\"active\"", ">18</td>");
        assertThat(list.split(">1</td>", -1)).hasSize(3);
        assertThat(office.interviewer.with("Accept-Language", "zh-CN").get("/interviews").body())
                .contains("电话面", "进行中");
    }

    @Test
    void every_blueprint_becomes_an_interview_that_nothing_is_wrong_with() {
        var seeds = new HashSet<Long>();
        for (var blueprint : Office.LIBRARY.blueprints().all()) {
            var interview = office.make(blueprint.id(), "Made from " + blueprint.id());
            assertThat(InterviewPlan.read(interview.plan()).items())
                    .containsExactlyElementsOf(blueprint.items().toList());
            assertThat(interview.minutes()).isEqualTo(blueprint.minutes());
            assertThat(interview.weightsFrom()).isEqualTo("blueprint");
            seeds.add(interview.seed());
            var saved = office.send(interview, office.form(interview).pressing("save"));
            assertThat(saved.location()).as(blueprint.id()).endsWith("/settings");
            assertThat(office.again(interview)).isEqualTo(interview);
        }
        assertThat(seeds).hasSize(Office.LIBRARY.blueprints().all().size());
    }

    @Test
    void an_interview_needs_a_title_and_a_blueprint() {
        var missing = office.interviewer.post("/interviews/new",
                Map.of("title", " \u200B ", "blueprint", ""));
        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.body()).contains("Give it a title", "Choose a blueprint");
        var wrong = office.interviewer.post("/interviews/new",
                Map.of("title", "x".repeat(10_000), "blueprint", "../../etc"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("at most 200 characters", "Choose a blueprint");
        assertThat(office.site.store().interviews().all()).isEmpty();
    }

    @Test
    void hostile_titles_are_only_text() {
        for (var title : Office.HOSTILE) {
            var interview = office.make("phone-screen", title);
            assertThat(interview.title()).doesNotContain("\u202E", "\u2066", "\n", "\t", "\u0007");
            for (var path : List.of("/interviews", Office.settings(interview), Office.invitations(interview),
                    Office.history(interview))) {
                var page = office.interviewer.get(path);
                assertThat(page.status()).as(path + title).isEqualTo(200);
                assertThat(page.body()).doesNotContain("<script>alert", "<img src=x", "\u202E");
            }
        }
    }

    @Test
    void buttons_change_the_form_and_keep_nothing() {
        var interview = office.make("onsite-whiteboard", "Buttons");
        var form = office.form(interview);
        assertThat(form.items()).startsWith("scaled-dot-attention", "n2-04", "n2-07", "n3-02", "rope");
        var up = Form.of(office.send(interview, form.pressing("up:n2-04")).body());
        assertThat(up.items()).startsWith("n2-04", "scaled-dot-attention");
        var across = Form.of(office.send(interview, up.pressing("down:n2-07")).body());
        assertThat(across.all("item")).contains("1:n2-07", "0:n2-04").doesNotContain("0:n2-07");
        var back = Form.of(office.send(interview, across.pressing("up:n2-07")).body());
        assertThat(back.all("item")).contains("0:n2-07");
        var removed = office.send(interview, form.pressing("remove:rope")).body();
        assertThat(Form.of(removed).items()).doesNotContain("rope");
        assertThat(removed).contains("Changes are not saved yet");
        var added = Form.of(office.send(interview, form.with("to", "4").pressing("add:q1-03")).body());
        assertThat(added.all("item")).contains("4:q1-03");
        var chosen = Form.of(
                office.send(interview, form.with("to", "0").with("chosen", "q1-03").pressing("add")).body());
        assertThat(chosen.all("item")).contains("0:q1-03");
        assertThat(office.send(interview, form.pressing("add:rope")).body())
                .contains("in this interview already");
        assertThat(office.send(interview, form.pressing("add:ghost")).body()).contains("has no such item");
        assertThat(office.send(interview, form.pressing("explode")).status()).isEqualTo(400);
        assertThat(office.again(interview)).isEqualTo(interview);
    }

    @Test
    void presets_fill_the_weights_and_are_remembered() {
        var interview = office.make("phone-screen", "Weights");
        var preset = Office.LIBRARY.presets().getFirst();
        var filled = Form
                .of(office.send(interview, office.form(interview).pressing("preset:" + preset.id())).body());
        office.send(interview, filled.pressing("save"));
        assertThat(office.again(interview).weightsFrom()).isEqualTo(preset.id());
        office.send(interview,
                filled.with("weight-theory", "97")
                        .with("weight-practice", "1")
                        .with("weight-systems", "1")
                        .with("weight-innovation", "1")
                        .with("version", office.form(interview).one("version"))
                        .pressing("save"));
        assertThat(office.again(interview).weights()).isEqualTo("97,1,1,1");
        assertThat(office.again(interview).weightsFrom()).isEqualTo("custom");
        office.send(interview,
                Form.of(office.send(interview, office.form(interview).pressing("preset:blueprint")).body())
                        .pressing("save"));
        assertThat(office.again(interview).weightsFrom()).isEqualTo("blueprint");
    }

    @Test
    void what_is_saved_is_what_was_typed() {
        var interview = office.make("onsite-whiteboard", "Before");
        var form = office.form(interview)
                .with("title", "After 之后")
                .with("minutes", "90")
                .with("retentionDays", "30")
                .adding("candidateReport", "yes")
                .timing("rope", "25");
        var saved = office.send(interview, form.pressing("save"));
        assertThat(saved.status()).isEqualTo(303);
        var after = office.again(interview);
        assertThat(after.title()).isEqualTo("After 之后");
        assertThat(after.minutes()).isEqualTo(90);
        assertThat(after.retentionDays()).isEqualTo(30);
        assertThat(after.candidateReport()).isTrue();
        assertThat(after.seed()).isEqualTo(interview.seed());
        assertThat(after.plan()).contains("{\"id\":\"rope\",\"minutes\":25}", "{\"id\":\"n3-02\"}");
        assertThat(office.interviewer.get(Office.history(interview)).body()).contains("changed the settings",
                "minutes 75 → 90", "title", "items", "candidates may read");
    }

    @Test
    void a_part_that_lost_its_items_and_minutes_is_gone() {
        var interview = office.make("onsite-whiteboard", "Parts");
        int parts = office.form(interview).all("partZh").size();
        var form = Form.of(office.send(interview, office.form(interview).pressing("remove:q6-12")).body());
        form = Form.of(office.send(interview, form.pressing("remove:q8-11")).body());
        assertThat(form.all("partZh")).hasSize(parts);
        var minutes = form.all("partMinutes");
        var kept = form.with("partMinutes", minutes.getFirst());
        for (int i = 1; i < minutes.size(); i++) {
            kept = kept.adding("partMinutes", i == 4 ? "0" : minutes.get(i));
        }
        assertThat(office.send(interview, kept.pressing("save")).status()).isEqualTo(303);
        assertThat(office.form(interview).all("partZh")).hasSize(parts - 1);
    }

    @Test
    void every_problem_stands_at_its_field_and_nothing_is_kept() {
        var interview = office.make("phone-screen", "Problems");
        var good = office.form(interview);
        var wrong = Map.of(good.with("title", ""), "Give it a title", good.with("minutes", "soon"),
                "whole number from 1 to 480", good.with("minutes", "9"), "more than the 9 minutes",
                good.with("minutes", "999"), "999 minutes; give it 1 to 480", good.with("retentionDays", "0"),
                "whole number from 1 to 3650", good.with("weight-theory", "51"), "The weights sum to 101",
                good.with("weight-theory", "-1"), "whole number from 0 to 100", good.timing("q1-03", "many"),
                "whole number from 1 to 240", good.timing("q1-03", "0"), "has 0 minutes; give it 1 to 240",
                good.adding("item", "1:q1-03").adding("itemMinutes", "1"), "more than once");
        wrong.forEach((form, problem) -> {
            var answer = office.send(interview, form.pressing("save"));
            assertThat(answer.status()).as(problem).isEqualTo(422);
            assertThat(answer.body()).contains(problem).contains("class=\"error\"");
        });
        var unknown = office.send(interview,
                good.adding("item", "1:q1-99").adding("itemMinutes", "1").pressing("save"));
        assertThat(unknown.body()).contains("no exercise and no question “q1-99”");
        var none = good;
        for (var id : good.items()) {
            none = Form.of(office.send(interview, none.pressing("remove:" + id)).body());
        }
        assertThat(office.send(interview, none.pressing("save")).body()).contains("has no items yet");
        assertThat(office.again(interview)).isEqualTo(interview);
    }

    @Test
    void what_no_page_of_ours_sends_is_refused() {
        var interview = office.make("phone-screen", "Forged");
        var form = office.form(interview);
        for (var forged : List.of(form.with("item", "<script>"), form.with("item", "99:rope"),
                form.with("partZh", "x".repeat(300)), form.adding("itemMinutes", "1"),
                form.with("partEn", ""))) {
            assertThat(office.send(interview, forged.pressing("save")).status()).isEqualTo(400);
        }
        assertThat(office.interviewer.get("/interviews/999/settings").status()).isEqualTo(404);
        assertThat(office.interviewer.get("/interviews/x/settings").status()).isEqualTo(404);
    }

    @Test
    void dimensions_without_items_are_told() {
        var interview = office.make("phone-screen", "Coverage");
        var form = office.form(interview);
        var theory = Form.of(office.send(interview, form.pressing("check")).body());
        for (var id : form.items()) {
            if (!id.equals("q1-03")) {
                theory = Form.of(office.send(interview, theory.pressing("remove:" + id)).body());
            }
        }
        assertThat(office.send(interview, theory.pressing("check")).body())
                .contains("Systems weighs 25%, but no item counts for it", "Not assessed");
    }

    @Test
    void content_is_frozen_once_somebody_has_started() {
        var interview = office.make("phone-screen", "Frozen");
        var stale = office.form(interview);
        office.started(interview, "Ada");
        var page = office.interviewer.get(Office.settings(interview)).body();
        assertThat(page).contains("The content is locked")
                .doesNotContain("name=\"item\"", "name=\"weight-theory\"");
        assertThat(office.send(interview, stale.pressing("remove:q1-03")).status()).isEqualTo(409);
        var answer = office.send(interview,
                stale.with("title", "Renamed")
                        .with("minutes", "100")
                        .with("weight-theory", "100")
                        .with("retentionDays", "7")
                        .pressing("save"));
        assertThat(answer.status()).isEqualTo(303);
        var after = office.again(interview);
        assertThat(List.of(after.title(), after.retentionDays())).containsExactly("Renamed", 7);
        assertThat(after.plan()).isEqualTo(interview.plan());
        assertThat(after.minutes()).isEqualTo(interview.minutes());
        assertThat(after.weights()).isEqualTo(interview.weights());
    }

    @Test
    void two_people_do_not_overwrite_each_other_unseen() {
        var interview = office.make("phone-screen", "Two");
        var mine = office.form(interview).with("title", "Mine");
        office.send(interview, office.form(interview).with("title", "Theirs").pressing("save"));
        var refused = office.send(interview, mine.pressing("save"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("a colleague changed these settings", "value=\"Mine\"");
        assertThat(office.again(interview).title()).isEqualTo("Theirs");
        office.send(interview, Form.of(refused.body()).pressing("save"));
        assertThat(office.again(interview).title()).isEqualTo("Mine");
    }

    @Test
    void closing_stops_invitations_and_can_be_undone() {
        var interview = office.make("phone-screen", "Closing");
        var path = "/interviews/" + interview.id();
        office.interviewer.post(path + "/close", Map.of());
        assertThat(office.again(interview).closedAt()).isPresent();
        assertThat(office.interviewer.get(Office.invitations(interview)).body())
                .contains("nobody can be invited");
        assertThat(office.invite(interview, "Ada").status()).isEqualTo(409);
        office.interviewer.post(path + "/reopen", Map.of());
        assertThat(office.invite(interview, "Ada").status()).isEqualTo(200);
        assertThat(office.interviewer.get(Office.history(interview)).body()).contains("closed the interview",
                "reopened the interview");
    }

    @Test
    void an_interview_is_deleted_only_if_nobody_has_started() {
        var unused = office.make("phone-screen", "Unused");
        office.invite(unused, "Ada\nBob");
        assertThat(office.interviewer.post("/interviews/" + unused.id() + "/delete", Map.of()).location())
                .endsWith("/interviews");
        assertThat(office.site.store().interviews().all()).isEmpty();
        assertThat(office.candidates(unused)).isEmpty();
        var used = office.make("phone-screen", "Used");
        office.started(used, "Ada");
        assertThat(office.interviewer.post("/interviews/" + used.id() + "/delete", Map.of()).status())
                .isEqualTo(409);
        assertThat(office.candidates(used)).hasSize(1);
    }

    @Test
    void viewers_read_and_others_are_kept_out() {
        var interview = office.make("phone-screen", "Roles");
        var candidate = office.started(interview, "Ada");
        var pages = List.of("/interviews", Office.settings(interview), Office.invitations(interview),
                Office.invitations(interview) + "/" + candidate.id(), Office.history(interview));
        var viewer = office.site.member(Role.VIEWER);
        for (var page : pages) {
            var read = viewer.get(page);
            assertThat(read.status()).as(page).isEqualTo(200);
            assertThat(read.body()).doesNotContain(Long.toString(interview.seed()), "action=\"/interviews");
            assertThat(office.site.member(Role.AUTHOR).get(page).status()).isEqualTo(403);
            assertThat(office.site.candidate(candidate).get(page).status()).isEqualTo(403);
            assertThat(office.site.stranger().get(page).location()).contains("/login");
        }
        assertThat(office.interviewer.get(Office.settings(interview)).body())
                .contains(Long.toString(interview.seed()));
        assertThat(viewer.get("/interviews/items?q=rope").status()).isEqualTo(403);
        for (var route : office.site.site().routes()) {
            if (route.method().equals("POST") && route.path().startsWith("/interviews")) {
                var path = route.path()
                        .replace("{id}", "" + interview.id())
                        .replace("{candidate}", "" + candidate.id());
                assertThat(viewer.post(path, Map.of()).status()).as(path).isEqualTo(403);
                assertThat(office.site.candidate(candidate).post(path, Map.of()).status()).isEqualTo(403);
                assertThat(office.interviewer.withCsrf("forged").post(path, Map.of()).status())
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void items_are_found_by_what_they_are_in_both_languages_and_without_answers() {
        assertThat(found("rope")).startsWith("\"rope\"");
        assertThat(found("难度 2 公式题 理论")).contains("\"n3-02\"").doesNotContain("\"rope\"");
        assertThat(found("formula difficulty 2 theory")).contains("\"n3-02\"");
        assertThat(found("编程题 quantization")).contains("\"int8-affine-params\"").doesNotContain("\"rope\"");
        assertThat(found("no such thing at all")).isEmpty();
        var everything = office.interviewer.get("/interviews/items?q=");
        assertThat(everything.body()).contains("\"total\":"
                + (Office.LIBRARY.exercises().size() + Office.LIBRARY.questions().questions().size()));
        assertThat(office.interviewer.get("/interviews/items?q=n3-02").body()).contains("RoPE")
                .doesNotContain("a*cos", "solution", "旋转矩阵", "wrong", "key");
    }

    private List<String> found(String query) {
        var body = office.interviewer
                .get("/interviews/items?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
                .body();
        return Pattern.compile("\"id\":(\"[^\"]+\")")
                .matcher(body)
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}

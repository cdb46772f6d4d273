package touchstone.judge.batch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import touchstone.judge.batch.intake.Finding.Reason;
import touchstone.judge.upload.Upload;

class IntakesTest {
    private static final Set<String> KNOWN = Set.of("magnitude-prune", "kd-loss", "rope");
    private static final Wanted ANY = Wanted.all(KNOWN);
    private static final Wanted ONLY = new Wanted(KNOWN, Optional.empty(), Optional.of("rope"), false);
    private static final Wanted INTERVIEW = new Wanted(KNOWN, Optional.of(Set.of("magnitude-prune", "rope")),
            Optional.empty(), true);

    @Test
    void a_folder_for_each_applicant_with_files_named_after_exercises() {
        var intake = intake(ANY, "alice/magnitude-prune.java", "alice/kd-loss/Solution.java",
                "alice/kd-loss/Tail.java", "bob/Magnitude_Prune.JAVA");

        assertThat(intake.layout()).isEqualTo(Layout.FOLDERS);
        assertThat(shown(intake)).containsExactly(
                "alice: kd-loss=[Solution.java, Tail.java], magnitude-prune=[magnitude-prune.java]",
                "bob: magnitude-prune=[Magnitude_Prune.JAVA]");
        assertThat(intake.exercises()).containsExactly("kd-loss", "magnitude-prune");
        assertThat(intake.findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hand-ins/", "a/b/", "批次 一/"})
    void what_wraps_everything_is_looked_through(String wrapping) {
        var intake = intake(ANY, wrapping + "alice/rope.java", wrapping + "bob/rope.java");
        assertThat(shown(intake)).containsExactly("alice: rope=[rope.java]", "bob: rope=[rope.java]");
    }

    @Test
    void a_single_applicant_is_no_wrapping() {
        assertThat(shown(intake(ANY, "alice/rope.java"))).containsExactly("alice: rope=[rope.java]");
        assertThat(shown(intake(ANY, "alice/rope/Solution.java")))
                .containsExactly("alice: rope=[Solution.java]");
        assertThat(shown(intake(ANY, "all/alice/rope/Solution.java")))
                .containsExactly("alice: rope=[Solution.java]");
    }

    @Test
    void repositories_of_github_classroom_are_named_after_assignment_and_user() {
        var intake = intake(ANY, "rope-submissions/rope-alice-w/src/main/java/Solution.java",
                "rope-submissions/rope-alice-w/README.md", "rope-submissions/rope-bob/src/Solution.java",
                "rope-submissions/rope-bob/src/test/java/SolutionTest.java",
                "rope-submissions/rope-bob/target/classes/Solution.java",
                "rope-submissions/rope-bob/src/main/java/exercise/Rope.java");

        assertThat(intake.layout()).isEqualTo(Layout.CLASSROOM);
        assertThat(shown(intake)).containsExactly("alice-w: rope=[Solution.java]",
                "bob: rope=[Solution.java]");
        assertThat(intake.applicants()).extracting(Applicant::id).containsExactly("rope-alice-w", "rope-bob");
        assertThat(reasons(intake)).containsExactly(Reason.OTHER_FILE, Reason.CONTRACT, Reason.TEST_SOURCE,
                Reason.BUILD_OUTPUT);
    }

    @Test
    void repositories_of_an_assignment_that_is_no_exercise_hold_folders_of_exercises() {
        var intake = intake(ANY, "spring-hiring-alice/README.md", "spring-hiring-alice/rope/Solution.java",
                "spring-hiring-bob/kd-loss.java");

        assertThat(intake.layout()).isEqualTo(Layout.CLASSROOM);
        assertThat(shown(intake)).containsExactly("alice: rope=[Solution.java]",
                "bob: kd-loss=[kd-loss.java]");
    }

    @Test
    void people_whose_names_begin_alike_are_no_repositories() {
        var intake = intake(ANY, "li-wei/rope.java", "li-na/rope.java");
        assertThat(intake.layout()).isEqualTo(Layout.FOLDERS);
        assertThat(intake.applicants()).extracting(Applicant::name).containsExactly("li-na", "li-wei");
    }

    @Test
    void folders_of_moodle() {
        var intake = intake(ANY, "Zoë Müller_12345_assignsubmission_file_/rope.java",
                "Zoë Müller_12345_assignsubmission_onlinetext_/onlinetext.html",
                "王_小明_678_assignsubmission_file_/kd-loss/Solution.java");

        assertThat(intake.layout()).isEqualTo(Layout.MOODLE);
        assertThat(shown(intake)).containsExactly("Zoë Müller: rope=[rope.java]",
                "王_小明: kd-loss=[Solution.java]");
        assertThat(intake.applicants()).extracting(Applicant::id)
                .containsExactly("Zoë Müller_12345", "王_小明_678");
    }

    @Test
    void files_of_moodle_without_folders_and_typed_text() {
        var page = "<p>public class Solution {<br>&nbsp;int x = 1 &lt; 2 ? 3 : 4; // &#20013;&amp;</p><p>}</p>";
        var intake = Intakes
                .of(new Upload(List.of(file("A B_1_assignsubmission_file_Solution.java", "class A {}"),
                        file("C D_2_assignsubmission_onlinetext_/onlinetext.html", page)), List.of()), ONLY);

        assertThat(intake.layout()).isEqualTo(Layout.MOODLE);
        assertThat(shown(intake)).containsExactly("A B: rope=[Solution.java]", "C D: rope=[Solution.java]");
        assertThat(new String(
                intake.applicants().getLast().code().getOrDefault("rope", List.of()).getFirst().content(),
                StandardCharsets.UTF_8))
                .isEqualTo("public class Solution {\n int x = 1 < 2 ? 3 : 4; // 中&\n}");
    }

    @Test
    void with_one_exercise_any_java_file_is_for_it() {
        assertThat(shown(intake(ONLY, "alice/Solution.java", "bob/src/kd-loss.java")))
                .containsExactly("alice: rope=[Solution.java]", "bob: rope=[kd-loss.java]");
        var flat = intake(ONLY, "alice.java", "bob.java", "notes.txt");
        assertThat(flat.layout()).isEqualTo(Layout.FILES);
        assertThat(shown(flat)).containsExactly("alice: rope=[alice.java]", "bob: rope=[bob.java]");
        assertThat(reasons(flat)).containsExactly(Reason.LOOSE);
    }

    @Test
    void nobodys_mistake_stops_anybody() {
        var intake = intake(ANY, "alice/rope.java", "bob/rop.java", "carl/Solution.java", "dora/rope.java",
                "dora/rope/Solution.java", "emil/readme.txt", "fred/qqqqqqqqqq.java", "loose.java");

        assertThat(shown(intake)).containsExactly("alice: rope=[rope.java]", "bob: ", "carl: ", "dora: ",
                "emil: ", "fred: ");
        assertThat(reasons(intake)).containsExactly(Reason.LOOSE, Reason.UNKNOWN_EXERCISE_NEAR,
                Reason.NO_EXERCISE, Reason.TWICE, Reason.OTHER_FILE, Reason.NOTHING, Reason.UNKNOWN_EXERCISE);
        assertThat(intake.findings().filter(finding -> finding.reason() == Reason.UNKNOWN_EXERCISE_NEAR))
                .singleElement()
                .isEqualTo(Finding.of("bob/rop.java", Reason.UNKNOWN_EXERCISE_NEAR, "rop", "rope"));
    }

    @Test
    void two_files_of_one_name_for_an_exercise_are_ambiguous() {
        var intake = intake(ANY, "alice/rope/v1/Solution.java", "alice/rope/v2/Solution.java");
        assertThat(reasons(intake)).containsExactly(Reason.TWICE);
    }

    @Test
    void answers_count_only_with_an_interview_and_only_its_exercises_do() {
        var paths = new String[]{"alice/answers.yaml", "alice/kd-loss.java", "alice/rope.java"};
        assertThat(reasons(intake(ANY, paths))).containsExactly(Reason.NO_INTERVIEW);
        var asked = intake(INTERVIEW, paths);
        assertThat(asked.applicants().getFirst().answers()).isPresent();
        assertThat(reasons(asked)).containsExactly(Reason.NOT_ASKED);
        assertThat(shown(asked)).containsExactly("alice: rope=[rope.java]");
        assertThat(reasons(intake(INTERVIEW, "alice/answers.yaml", "alice/more/answers.yml")))
                .containsExactly(Reason.ANSWERS_TWICE);
    }

    @Test
    void what_the_archive_refused_stands_beside_whose_it_is() {
        var upload = new Upload(List.of(file("alice/rope.java", "")),
                List.of(new Upload.LeftOut("bob/rope.java", Upload.Reason.LINK),
                        new Upload.LeftOut("../../etc/passwd", Upload.Reason.UNSAFE_NAME),
                        new Upload.LeftOut("alice/kd-loss.zip", Upload.Reason.ARCHIVE)));
        var intake = Intakes.of(upload, ANY);

        assertThat(shown(intake)).containsExactly("alice: rope=[rope.java]", "bob: ");
        assertThat(intake.applicants().getLast().findings())
                .containsExactly(Finding.of("bob/rope.java", Reason.ENTRY, "LINK"));
        assertThat(intake.others())
                .containsExactly(Finding.of("../../etc/passwd", Reason.ENTRY, "UNSAFE_NAME"));
    }

    @Test
    void an_empty_upload_has_no_applicants() {
        assertThat(intake(ANY).applicants()).isEmpty();
        assertThat(intake(ANY, "rope.java").applicants()).isEmpty();
    }

    // --- fixture

    private static Intake intake(Wanted wanted, String... paths) {
        var files = new ArrayList<Upload.File>();
        Stream.of(paths).sorted().forEach(path -> files.add(file(path, "class A {}")));
        return Intakes.of(new Upload(files, List.of()), wanted);
    }

    private static Upload.File file(String path, String text) {
        return new Upload.File(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Reason> reasons(Intake intake) {
        return intake.findings().map(Finding::reason).toList();
    }

    private static List<String> shown(Intake intake) {
        return intake.applicants()
                .stream()
                .map(one -> one.name() + ": "
                        + one.code()
                                .entrySet()
                                .stream()
                                .map(code -> code.getKey() + "="
                                        + code.getValue().stream().map(Upload.File::path).toList())
                                .collect(Collectors.joining(", ")))
                .toList();
    }
}

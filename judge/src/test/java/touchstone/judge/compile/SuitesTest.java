package touchstone.judge.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import touchstone.judge.Toys;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.yaml.BrokenFileException;

class SuitesTest {
    @TempDir
    Path temporary;

    @Test
    void tests_come_in_order_of_the_source_with_their_marks() {
        var suite = new Suites(new Cache(temporary)).of(Toys.exercise(Toys.FOLDER));
        assertThat(suite.tests()).extracting(TestCase::name)
                .containsExactly("two_rows", "agrees_on_random_input", "finds_the_extremes", "refuses_null",
                        "leaves_its_argument_alone");
        assertThat(suite.tests().getFirst().sample()).isTrue();
        assertThat(suite.tests().get(2).dimension()).isEqualTo(Optional.of(RubricDimension.THEORY));
        assertThat(suite.contractClasses()).extracting(file -> file.name())
                .containsExactlyInAnyOrder("exercise.RowSum", "exercise.RowSum$Extremes");
    }

    @Test
    void a_damaged_cache_entry_is_built_again() throws IOException {
        var exercise = Toys.exercise(Toys.FOLDER);
        new Suites(new Cache(temporary)).of(exercise);
        var entry = onlyEntry();
        var whole = Files.readAllBytes(entry);
        Files.write(entry, new byte[]{1, 2, 3});
        assertThat(new Suites(new Cache(temporary)).of(exercise).tests()).hasSize(5);
        assertThat(Files.readAllBytes(entry)).isEqualTo(whole);
    }

    @Test
    void a_warm_cache_needs_no_compiler() throws IOException {
        var exercise = Toys.exercise(Toys.FOLDER);
        new Suites(new Cache(temporary)).of(exercise);
        var before = Files.getLastModifiedTime(onlyEntry());
        new Suites(new Cache(temporary)).of(exercise);
        assertThat(Files.getLastModifiedTime(onlyEntry())).isEqualTo(before);
    }

    @SuppressWarnings("unused") // read by reflection
    static final List<Arguments> WRONG = List.of(
            Arguments.of("RowSumSuite.java", "@Points(30)\n    @About(\"random\")", "@About(\"random\")", 29,
                    "test agrees_on_random_input has no @Points; say what it is worth"),
            Arguments.of("RowSumSuite.java", "@About(\"manners\")", "", 56,
                    "test leaves_its_argument_alone has no @About; name its group from exercise.yaml"),
            Arguments.of("RowSumSuite.java", "@About(\"manners\")", "@About(\"maners\")", 56,
                    "is about 'maners', which exercise.yaml does not declare"),
            Arguments.of("exercise.yaml", "sources", "  ties: {zh: 并列, en: ties}\nsources", 10,
                    "no test is about 'ties'; remove the key"),
            Arguments.of("RowSumSuite.java", "@Points(20)", "@Points(25)", 1,
                    "the points of all tests add up to 105; change them to add up to 100"),
            Arguments.of("RowSumSuite.java", "RubricDimension.THEORY", "RubricDimension.SYSTEMS", 42,
                    "counts for 'systems', which has no share in the rubric"),
            Arguments.of("RowSumSuite.java", "refuses_null(RowSum candidate)",
                    "refuses_null(RowSum candidate, String other)", 49,
                    "takes a String; only RowSum and Draw can be had"),
            Arguments.of("RowSumSuite.java", "refuses_null(RowSum candidate)",
                    "two_rows(RowSum candidate, Draw draw)", 23,
                    "test two_rows exists twice; rename one of the two"),
            Arguments.of("RowSumSuite.java", "@Test\n    @Sample", "@Sample", 22,
                    "has @Points but no @Test, so it would never run; add @Test"),
            Arguments.of("RowSumSuite.java", "assertPure(candidate);", "assertPur(candidate);", 58,
                    "cannot find symbol"),
            Arguments.of("RowSumSuite.java", "package exercise.hidden;", "package exercise.hiding;", 1,
                    "must declare 'package exercise.hidden;' and 'class RowSumSuite'"),
            Arguments.of("RowSum.java", "double largest", "float largest", 6, "method extremes returns"),
            Arguments.of("RowSum.java", "double[] sums(", "Extremes extremes(int[] of);\n    double[] sums(",
                    4, "method extremes is overloaded; give each method its own name"),
            Arguments.of("RowSum.java", "double[] sums(", "double[][][][] deep();\n    double[] sums(", 4,
                    "method deep returns double[][][][]; values are int, long"),
            Arguments.of("RowSum.java", "double[] sums(",
                    "java.util.List<String> names();\n    double[] sums(", 4,
                    "method names returns java.util.List; values are"));

    @ParameterizedTest
    @FieldSource("WRONG")
    void a_suite_that_breaks_the_rules_is_told_by_line(
            String file,
            String text,
            String replacement,
            int line,
            String message) throws IOException {
        var folder = Toys.copy(temporary).toAbsolutePath();
        var before = Toys.text(folder.resolve(file));
        assertThat(before).contains(text);
        Files.writeString(folder.resolve(file), before.replace(text, replacement));
        var exercise = Toys.exercise(folder);
        var broken = catchThrowableOfType(BrokenFileException.class,
                () -> new Suites(new Cache(temporary.resolve("cache"))).of(exercise));
        assertThat(broken).isNotNull();
        assertThat(broken.problems()).anySatisfy(problem -> {
            assertThat(problem.message()).contains(message);
            assertThat(problem.file()).isEqualTo(folder.resolve(file));
            assertThat(problem.line()).isEqualTo(line);
        });
    }

    @Test
    void the_cache_gives_back_only_what_is_whole() throws IOException {
        var cache = new Cache(temporary);
        cache.put("kind/name", "text".getBytes(StandardCharsets.US_ASCII));
        assertThat(cache.get("kind/name")).contains("text".getBytes(StandardCharsets.US_ASCII));
        assertThat(cache.get("kind/other")).isEmpty();
        var file = temporary.resolve("kind/name");
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1]++;
        Files.write(file, bytes);
        assertThat(cache.get("kind/name")).isEmpty();
    }

    private Path onlyEntry() throws IOException {
        try (var files = Files.list(temporary.resolve("suites"))) {
            return files.toList().getFirst();
        }
    }
}

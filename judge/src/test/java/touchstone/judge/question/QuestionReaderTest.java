package touchstone.judge.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.question.Key.Range;
import touchstone.judge.question.Key.Tolerance;
import touchstone.judge.text.Text;
import touchstone.judge.yaml.Problem;

class QuestionReaderTest {
    @TempDir
    Path root = Path.of("");
    private Path file = Path.of("");

    @BeforeEach
    void copy() throws IOException {
        file = Chapters.copy(root).file("chapter3.yaml");
    }

    /// Text of the chapter, what replaces it, and the problem that results.
    @SuppressWarnings("unused") // read by reflection
    static final List<Arguments> WRONG_CHAPTERS = List.of(
            Arguments.of("touchstone-questions/1", "touchstone-questions/2", 1,
                    "'schema' must be touchstone-questions/1"),
            Arguments.of("chapter: 3", "chapter: 12", 2, "'chapter' must be 1 to 9, or N for the notes"),
            Arguments.of("chapter: 3", "chapter: N", 4, "the notes have no time in the outline"),
            Arguments.of("zh: 量化, ", "", 3, "'title' lacks its Chinese text"),
            Arguments.of("minutes: 30\n", "", 1, "'minutes' is missing"),
            Arguments.of("minutes: 30", "minuets: 30", 4, "did you mean 'minutes'?"),
            Arguments.of("items:", "items: [", 5, "not valid YAML"),
            Arguments.of("id: q3-01", "id: q4-01", 6, "'q4-01' is no id of this chapter; write q3, hyphen"),
            Arguments.of("id: q3-01", "id: n3-01", 6, "'n3-01' is no id of this chapter"),
            Arguments.of("id: q3-01", "id: q3-1", 6, "'q3-1' is no id of this chapter"));

    @SuppressWarnings("unused") // read by reflection
    static final List<Arguments> WRONG_ITEMS = List.of(
            Arguments.of("type: numeric", "type: number", 7, "'items.type' must be one of numeric, single"),
            Arguments.of("[O-3.1-1]", "[]", 8, "'items.covers' must be a list of at least one"),
            Arguments.of("[O-3.1-1]", "[O-3.1-1, O-3.1-1]", 8, "'covers' names a bullet twice"),
            Arguments.of("  minutes: 2", "  minutes: 16", 9, "must be a whole number from 1 to 15"),
            Arguments.of("rubric: practice", "rubric: craft", 10, "must be one of theory, practice"),
            Arguments.of("level: 1", "level: 4", 11, "must be a whole number from 1 to 3"),
            Arguments.of("zh: 一个 7B 模型的 FP16 权重占多少 GB？", "zh: How many?", 12,
                    "the Chinese text of 'prompt' holds no Chinese"),
            Arguments.of("    en: How many GB are the FP16 weights of a 7B model?\n", "", 13,
                    "'prompt' lacks its English text"),
            Arguments.of("How many GB are", "多少 GB", 12, "the English text of 'prompt' holds Chinese"),
            Arguments.of("How many GB are the FP16 weights of a 7B model?", "'?'", 12,
                    "the English text of 'prompt' says nothing"),
            Arguments.of("answer: \"28\"", "answer: ''", 24, "'items.wrong.answer' is empty"),
            Arguments.of("en: that is FP32", "en: ' '", 25, "'why' lacks its English text"),
            Arguments.of("ref: a textbook, chapter 1", "ref: ''", 26, "'items.ref' is empty"),
            Arguments.of("  ref: a textbook", "  refs: a textbook", 26, "did you mean 'ref'?"),
            Arguments.of("level: 1", "level: 1\n  options: [A]", 12, "'items.options' is not a known key"));

    @SuppressWarnings("unused") // read by reflection
    static final List<Arguments> WRONG_KEYS = List.of(
            Arguments.of("value: 14", "value: many", 16, "'items.key.value' must be a number"),
            Arguments.of("unit: GB", "unit: Gigs", 17, "'Gigs' is no unit that answers can be given in"),
            Arguments.of("    unit: GB\n", "", 16, "'key.unit' is missing; add one, or \"\""),
            Arguments.of("{rel: 0.01}", "{rel: 0.01, abs: 1}", 18, "must hold exactly one of rel, abs"),
            Arguments.of("{rel: 0.01}", "{}", 18, "must hold exactly one of rel, abs"),
            Arguments.of("{rel: 0.01}", "{rel: 0.5}", 18, "'rel' must lie between 1e-12 and 0.1"),
            Arguments.of("{rel: 0.01}", "{rel: 0}", 18, "for an exact number write 'abs: 0'"),
            Arguments.of("{rel: 0.01}", "{abs: 5}", 18, "at most a tenth of the value"),
            Arguments.of("value: 14", "value: 0", 18, "a relative tolerance of zero is zero; give 'abs'"),
            Arguments.of("7e9*2/1e9", "x*2", 19, "'key.computation' is no expression of numbers at column 1"),
            Arguments.of("answer: B\n", "answer: D\n", 41, "'D' is the letter of no option"),
            Arguments.of("{k: B, ", "{k: A, ", 38, "option 'A' comes where B is due"),
            Arguments.of("zh: 向上取整, en: up", "zh: 向下取整, en: up", 39, "says the same as an earlier one"),
            Arguments.of("  - {k: C, zh: 向上取整, en: up}\n", "", 36, "there are 2 options; give 3 to 8"),
            Arguments.of("answer: [A, C]", "answer: [A, B, C]", 59, "every option is right"),
            Arguments.of("answer: [A, C]", "answer: [A, A]", 59, "'key.answer' names an option twice"),
            Arguments.of("answer: [A, C]", "answer: []", 59, "must be a list of at least one text"),
            Arguments.of("[B, C, A]", "[A, B, C]", 74, "shown in the right order; shuffle them"),
            Arguments.of("[B, C, A]", "[B, C]", 74, "must name each of the options once"),
            Arguments.of("{lo: [-8, -0.5], hi: [0.5, 8]}", "{lo: [-8], hi: [0.5, 8]}", 85,
                    "the range of 'lo' must be two numbers"),
            Arguments.of("hi: [0.5, 8]", "hi: [8, 0.5]", 85, "the range of 'hi' must be two numbers"),
            Arguments.of("(hi - lo)/255", "(hi - low)/255", 86,
                    "'key.expression' is no expression of lo, hi"),
            Arguments.of("{rel: 1e-6}", "{rel: 0.5}", 87, "the tolerance of a formula must lie between"),
            Arguments.of("{lo: -1, hi: 3}", "{lo: -1}", 89, "'items.key.checks.at.hi' is missing"),
            Arguments.of("pts: 4}", "pts: 3}", 103,
                    "the key points add up to 9; change them to add up to 10"),
            Arguments.of("pts: 4}\n    - {zh: 集中在少数通道, en: they live in few channels, pts: 2}\n", "pts: 6}\n",
                    103, "there are 2 key points; give 3 to 6"));

    @ParameterizedTest
    @FieldSource({"WRONG_CHAPTERS", "WRONG_ITEMS", "WRONG_KEYS"})
    void what_is_wrong_is_told_by_line_with_the_remedy(
            String text,
            String replacement,
            int line,
            String message) throws IOException {
        var before = Files.readString(file);
        assertThat(before).contains(text);
        int at = before.indexOf(text);
        Files.writeString(file, before.substring(0, at) + replacement + before.substring(at + text.length()));

        assertThat(QuestionReader.read(file).problems()).anySatisfy(problem -> {
            assertThat(problem.file()).isEqualTo(file);
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.message()).contains(message);
        });
    }

    @Test
    void every_type_of_question_is_read() {
        var reading = QuestionReader.read(file);

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.chapter().title()).isEqualTo(new Text("量化", "Quantization"));
        assertThat(reading.chapter().minutes()).isEqualTo(30);
        assertThat(reading.chapter().questions()).extracting(question -> QuestionType.of(question.key()))
                .containsExactly(QuestionType.NUMERIC, QuestionType.SINGLE, QuestionType.MULTIPLE,
                        QuestionType.ORDERING, QuestionType.FORMULA, QuestionType.TEXT);
    }

    @Test
    void nothing_of_a_question_is_lost() {
        var question = question("q3-01");

        assertThat(question.line()).isEqualTo(6);
        assertThat(question.covers()).containsExactly("O-3.1-1");
        assertThat(question.minutes()).isEqualTo(2);
        assertThat(question.rubric()).isEqualTo(RubricDimension.PRACTICE);
        assertThat(question.key()).isEqualTo(new Key.Numeric(14, "GB", new Tolerance(0.01, 0), "7e9*2/1e9"));
        assertThat(question.solution().en()).isEqualTo("Seven billion parameters of 2 bytes.");
        assertThat(question.wrong())
                .containsExactly(new Question.Mistake("28", new Text("那是 FP32", "that is FP32")));
        assertThat(question.ref()).isEqualTo("a textbook, chapter 1");
    }

    @Test
    void keys_of_choices_and_formulas_are_complete() {
        assertThat(((Key.Multiple) question("q3-03").key()).answer()).isEqualTo(Set.of("A", "C"));
        assertThat(((Key.Ordering) question("q3-04").key()).answer()).containsExactly("B", "C", "A");
        var formula = (Key.Formula) question("q3-05").key();
        assertThat(formula.variables()).containsExactly(Map.entry("lo", new Range(-8, -0.5)),
                Map.entry("hi", new Range(0.5, 8)));
        assertThat(formula.checks())
                .containsExactly(new Key.Check(Map.of("lo", -1.0, "hi", 3.0), 0.01568627451));
        assertThat(((Key.Open) question("q3-06").key()).points()).extracting(Key.KeyPoint::points)
                .containsExactly(4, 4, 2);
    }

    @Test
    void a_broken_question_does_not_stop_the_others() throws IOException {
        Files.writeString(file, Files.readString(file).replace("answer: B", "answer: X").replace("14", "x"));
        var reading = QuestionReader.read(file);

        assertThat(reading.problems()).extracting(Problem::line).containsExactly(16L, 41L);
        assertThat(reading.chapter().questions()).extracting(Question::id)
                .containsExactly("q3-03", "q3-04", "q3-05", "q3-06");
    }

    @Test
    void the_hash_covers_what_can_change_a_mark() throws IOException {
        var before = question("q3-03").hash();
        replace("why: {zh: 总是偏小", "why: {zh: 偏小");
        assertThat(question("q3-03").hash()).isEqualTo(before);
        replace("answer: [A, C]", "answer: [C, A]");
        assertThat(question("q3-03").hash()).isEqualTo(before);
        replace("answer: [C, A]", "answer: [C, B]");
        assertThat(question("q3-03").hash()).isNotEqualTo(before);
    }

    @Test
    void a_file_that_is_no_text_is_told() throws IOException {
        Files.write(file, new byte[]{(byte) 0xff, (byte) 0xfe});

        assertThat(QuestionReader.read(file).problems())
                .containsExactly(new Problem(file, 0, "not UTF-8; save it as UTF-8"));
    }

    private void replace(String text, String replacement) throws IOException {
        Files.writeString(file, Files.readString(file).replace(text, replacement));
    }

    private Question question(String id) {
        return QuestionReader.read(file)
                .chapter()
                .questions()
                .stream()
                .filter(question -> question.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}

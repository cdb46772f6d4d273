package touchstone.web.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import touchstone.judge.question.Chapter;
import touchstone.judge.question.QuestionBank;
import touchstone.judge.text.Text;

/// Every text that we ship, as it will be read.
class CatalogueMarkupTest {
    private static final Path EXERCISES = Path.of("../exercises");
    private static final Markup MARKUP = new Markup();
    private static final Pattern MATH = Pattern.compile("(?s)<math\\b.*?</math>");
    private static final List<Range> FONT = font();
    private static final Range FULL_WIDTH = new Range(0xFF00, 0xFFEF);

    static List<Path> statements() {
        try (var files = Files.walk(EXERCISES, 4)) {
            return files.filter(file -> file.getFileName().toString().matches("statement\\.(zh|en)\\.md"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static List<Chapter> chapters() {
        return QuestionBank.read(List.of(EXERCISES)).chapters();
    }

    @Test
    void there_are_texts() {
        assertThat(statements()).hasSizeGreaterThan(10);
        assertThat(chapters().stream().flatMap(CatalogueMarkupTest::texts)).hasSizeGreaterThan(500);
    }

    @ParameterizedTest
    @MethodSource("statements")
    void every_formula_of_every_statement_is_drawn(Path statement) throws IOException {
        check(Files.readString(statement));
    }

    @ParameterizedTest
    @MethodSource("chapters")
    void every_formula_of_every_question_is_drawn(Chapter chapter) {
        texts(chapter).forEach(CatalogueMarkupTest::check);
    }

    private static void check(String text) {
        var html = MARKUP.page(text);
        Html.safe(html);
        assertThat(html).doesNotContain("class=\"tex\"", "class=\"source\"", "class=\"chip\"");
        MATH.matcher(html).results().forEach(found -> checkCharacters(found.group()));
        // what is left of dollar signs and TeX outside formulas and code would be a formula that was not seen
        var outside = html.replaceAll("(?s)<(math|code)\\b.*?</\\1>", "");
        assertThat(outside).as(text).doesNotContain("$", "\\");
    }

    /// Chinese words and their punctuation are set in the page's own fonts.
    private static void checkCharacters(String math) {
        var shown = math.replaceAll("(?s)<annotation\\b.*?</annotation>", "")
                .replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
        assertThat(shown.codePoints()
                .filter(character -> !Character.isIdeographic(character) && !FULL_WIDTH.contains(character))
                .filter(character -> FONT.stream().noneMatch(range -> range.contains(character)))
                .mapToObj("U+%04X"::formatted))
                .as("in the font of formulas (formula-characters.json): " + shown)
                .isEmpty();
    }

    private record Range(int first, int last) {
        boolean contains(int character) {
            return first <= character && character <= last;
        }
    }

    private static List<Range> font() {
        var file = Path.of("src/main/frontend/formula-characters.json");
        return JsonMapper.shared()
                .readTree(file.toFile())
                .valueStream()
                .map(range -> new Range(hex(range.get(0)), hex(range.get(1))))
                .toList();
    }

    private static int hex(JsonNode node) {
        return Integer.parseInt(node.asString(), 16);
    }

    /// Every text in both languages that can be reached from a value, whatever records it lies in.
    private static Stream<String> texts(@Nullable Object value) {
        return switch (value) {
            case Text(var zh, var en) -> Stream.of(zh, en);
            case Collection<?> values -> values.stream().flatMap(CatalogueMarkupTest::texts);
            case Map<?, ?> values -> texts(values.values());
            case Optional<?> some -> some.stream().flatMap(CatalogueMarkupTest::texts);
            case Record record ->
                Stream.of(record.getClass().getRecordComponents()).flatMap(part -> texts(part(record, part)));
            case null, default -> Stream.empty();
        };
    }

    private static @Nullable Object part(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(component.toString(), e);
        }
    }
}

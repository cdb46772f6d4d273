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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import touchstone.judge.question.Chapter;
import touchstone.judge.question.QuestionBank;
import touchstone.judge.text.Text;

/// Every text that we ship, as it will be read.
class CatalogueMarkupTest {
    private static final Path EXERCISES = Path.of("../exercises");
    private static final Markup MARKUP = new Markup();

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
        // what is left of dollar signs and TeX outside formulas and code would be a formula that was not seen
        var outside = html.replaceAll("(?s)<(math|code)\\b.*?</\\1>", "");
        assertThat(outside).as(text).doesNotContain("$", "\\");
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

package touchstone.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import touchstone.judge.report.TextReport;
import touchstone.judge.text.Language;
import touchstone.judge.text.Words;

/// Every page says everything in both languages.
class WebWordsTest {
    private static final Path RESOURCES = Path.of("src/main/resources/touchstone/web");
    private static final Pattern SAID = Pattern.compile("\\bt\\('([\\w.-]+)'(\\s*[+~])?");

    static List<String> features() {
        return files("messages_zh.properties").map(file -> file.getName(file.getNameCount() - 2).toString())
                .sorted()
                .toList();
    }

    private static Stream<Path> files(String ending) {
        try (var files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> keys(String feature, Language language) {
        return new TreeSet<>(Words.of("touchstone.web." + feature + ".messages", language).bundle().keySet());
    }

    @Test
    void all_features_were_seen() {
        assertThat(features()).contains("page", "candidate", "workspace", "interview", "review", "report",
                "campaign", "author", "access", "operate");
    }

    @ParameterizedTest
    @MethodSource("features")
    void both_languages_have_the_same_words(String feature) {
        assertThat(keys(feature, Language.ZH)).isEqualTo(keys(feature, Language.EN)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("features")
    void nothing_english_is_left_in_chinese(String feature) {
        var zh = Words.of("touchstone.web." + feature + ".messages", Language.ZH);
        assertThat(keys(feature, Language.ZH)).filteredOn(key -> !key.contains(".usage.footer.")) // examples are typed as they are
                .filteredOn(key -> Pattern.compile("[A-Za-z]{4,} [A-Za-z]{3,} [A-Za-z]{3,}")
                        .matcher(zh.bundle().getString(key).replaceAll("\\./touchstone [a-z ]+", ""))
                        .find())
                .isEmpty();
    }

    /// A key that is put together of parts is known by its beginning.
    @Test
    void templates_say_only_what_the_bundles_hold() {
        var templates = files(".peb").toList();
        assertThat(templates).hasSizeGreaterThan(20).allSatisfy(WebWordsTest::saysWhatExists);
    }

    private static void saysWhatExists(Path template) throws IOException {
        var said = SAID.matcher(Files.readString(template));
        while (said.find()) {
            var key = said.group(1);
            var known = known(key);
            if (said.group(2) != null) {
                assertThat(known).as(key).anyMatch(word -> word.startsWith(key));
            } else {
                assertThat(known).contains(key);
            }
        }
    }

    private static Set<String> known(String key) {
        if (key.startsWith("reports.")) {
            var keys = new TreeSet<String>();
            TextReport.words(Language.EN).bundle().keySet().forEach(word -> keys.add("reports." + word));
            return keys;
        }
        return keys(key.substring(0, key.indexOf('.')), Language.EN);
    }
}

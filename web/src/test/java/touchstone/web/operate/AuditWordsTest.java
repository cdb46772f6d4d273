package touchstone.web.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import touchstone.judge.text.Language;
import touchstone.web.page.WebWords;

class AuditWordsTest {
    private static final Pattern AUDITED = Pattern
            .compile("audit\\((?:\\)\\s*\\.add\\([^;\"]*)?\\s*\"([a-z]+\\.[a-zA-Z]+)\"");

    @Test
    void whatever_is_audited_has_words_in_both_languages() throws IOException {
        var actions = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                AUDITED.matcher(Files.readString(file))
                        .results()
                        .forEach(found -> actions.add(found.group(1)));
            }
        }
        assertThat(actions).hasSizeGreaterThan(20).allSatisfy(action -> {
            for (var language : Language.values()) {
                assertThat(new WebWords(language).say("operate.action." + action)).isNotBlank();
            }
        });
    }
}

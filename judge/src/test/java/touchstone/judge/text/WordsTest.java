package touchstone.judge.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
    private static final String REPORT = "touchstone.judge.report.messages";
    private static final String ANSWERS = "touchstone.judge.answer.hints";
    private static final String COMPILER = "touchstone.judge.report.compiler";
    private static final String CLI = "touchstone.judge.cli.messages";
    private static final String INTERVIEW = "touchstone.judge.interview.hints";

    @ParameterizedTest
    @ValueSource(strings = {REPORT, ANSWERS, CLI, INTERVIEW, COMPILER})
    void both_languages_have_the_same_keys(String bundle) {
        assertThat(Words.of(bundle, Language.ZH).bundle().keySet())
                .containsExactlyInAnyOrderElementsOf(Words.of(bundle, Language.EN).bundle().keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {REPORT, ANSWERS, CLI, INTERVIEW, COMPILER})
    void both_languages_fill_in_the_same_arguments(String bundle) {
        var zh = Words.of(bundle, Language.ZH).bundle();
        var en = Words.of(bundle, Language.EN).bundle();

        assertThat(en.keySet()).allSatisfy(
                key -> assertThat(arguments(zh.getString(key))).isEqualTo(arguments(en.getString(key))));
    }

    @ParameterizedTest
    @ValueSource(strings = {REPORT, ANSWERS, CLI, INTERVIEW, COMPILER})
    void chinese_is_chinese(String bundle) {
        var zh = Words.of(bundle, Language.ZH).bundle();
        var withoutChinese = zh.keySet()
                .stream()
                // examples of command lines are the same in every language
                .filter(key -> !key.contains(".footer."))
                .filter(key -> Pattern.compile("[a-z]{4}").matcher(zh.getString(key)).find())
                .filter(key -> !Pattern.compile("\\p{IsHan}").matcher(zh.getString(key)).find());

        assertThat(withoutChinese).isEmpty();
    }

    private static int arguments(String pattern) {
        return new MessageFormat(pattern, Locale.ROOT).getFormatsByArgumentIndex().length;
    }
}

package touchstone.judge.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import touchstone.judge.submission.Submissions;
import touchstone.judge.text.Language;
import touchstone.sandbox.Diagnostic;

class ExplanationsTest {
    @Test
    void a_message_is_explained_in_either_language() {
        var found = Diagnostic.error("compiler.err.not.stmt", "not a statement");

        assertThat(Explanations.of(found, Language.EN)).get()
                .asString()
                .startsWith("This computes something");
        assertThat(Explanations.of(found, Language.ZH)).get().asString().startsWith("这里算出了值");
    }

    @Test
    void the_words_of_a_message_decide_where_its_code_does_not() {
        var lossy = Diagnostic.error("compiler.err.prob.found.req",
                "incompatible types: possible lossy conversion from double to int");
        var other = Diagnostic.error("compiler.err.prob.found.req", "incompatible types: …");

        assertThat(Explanations.of(lossy, Language.EN)).get().asString().contains("(int) x");
        assertThat(Explanations.of(other, Language.EN)).isPresent()
                .isNotEqualTo(Explanations.of(lossy, Language.EN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "compiler.err.no.such.code", "compiler.err.prob.found.req/", "{0}", "/lossy",
            "compiler"})
    void what_nobody_explains_has_no_explanation(String code) {
        assertThat(Explanations.of(Diagnostic.error(code, "possible lossy conversion"), Language.ZH))
                .isEmpty();
    }

    @Test
    void a_file_in_another_encoding_is_explained() {
        var latin = Submissions.of("A.java", "class \u00e9 {}".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(Explanations.of(latin.unreadable().getFirst(), Language.ZH)).get()
                .asString()
                .contains("UTF-8");
    }
}

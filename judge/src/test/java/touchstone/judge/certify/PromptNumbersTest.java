package touchstone.judge.certify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromptNumbersTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"needs 280 GB at least | 280", "needs 280GB | 280", "共 280 个 | 280",
            "共280个 | 280", "２８０ ＧＢ | 280", "x = 2.5, y | 2.5", "[−128,127] | -128", "[−128,127] | 127",
            "1,234,567 B | 1234567", "2.8e11 | 2.8e11", "2.8×10¹¹ 字节 | 2.8e11", "2.8 x 10^11 | 2.8e11",
            "about 1/12 of it | 0.08333333333333333", "$\\frac{1}{12}$ | 0.08333333333333333", "25 % | 25",
            "25% | 0.25", "a−64 | 64", "z = −64 | -64", "5 − 64 | 64", "答：99 | 99", "（99） | 99",
            "ends in 7. | 7"})
    void are_found_however_they_are_written(String prompt, double value) {
        assertThat(PromptNumbers.in(prompt, "GB")).flatExtracting(PromptNumbers.Found::values)
                .contains(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT8", "P99", "W4A16", "a 70B model", "Q4_0", "2:4", "LLaMA-2", "10⁹", "2^30",
            "K8s", "fp16x", "v1.5b"})
    void are_not_those_of_names(String prompt) {
        assertThat(PromptNumbers.in(prompt, "GB")).isEmpty();
    }

    @Test
    void are_given_as_they_stand() {
        assertThat(PromptNumbers.in("from −0.5 to 99", "")).extracting(PromptNumbers.Found::text)
                .containsExactly("−0.5", "99");
    }
}

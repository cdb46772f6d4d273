package touchstone.exercises;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import touchstone.judge.certify.BankFacts;
import touchstone.judge.certify.Claim;
import touchstone.judge.certify.QuestionCertifier;
import touchstone.judge.formula.LocalEvaluator;
import touchstone.judge.question.Chapter;
import touchstone.judge.question.QuestionBank;
import touchstone.judge.question.QuestionType;
import touchstone.judge.text.Language;

/// Every question of the bank, proven as `./touchstone verify questions` does.
class QuestionsTest {
    private static final QuestionBank BANK = QuestionBank.read(List.of(Path.of("")));
    private static final long SEED = 20260101;

    @Test
    void every_claim_about_the_questions_holds() {
        assertThat(new QuestionCertifier(new LocalEvaluator()).certify(BANK, SEED)).hasSizeGreaterThan(1500)
                .filteredOn(claim -> !claim.holds())
                .extracting(Claim::problem)
                .isEmpty();
    }

    @Test
    void the_bank_is_complete() {
        assertThat(BANK.chapters()).extracting(Chapter::id)
                .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "N");
        assertThat(BANK.questions()).hasSizeGreaterThanOrEqualTo(253);
        assertThat(BANK.coverage().bullets()).hasSize(184);
        assertThat(BankFacts.of(BANK).types()).containsOnlyKeys(QuestionType.values());
    }

    @Test
    void neither_letter_nor_length_tells_the_right_option() {
        var facts = BankFacts.of(BANK);

        assertThat(Arrays.stream(Language.values())).noneMatch(facts::lengthTells);
        assertThat(facts.letters().values()).allMatch(count -> count < 0.4 * facts.singles());
    }
}

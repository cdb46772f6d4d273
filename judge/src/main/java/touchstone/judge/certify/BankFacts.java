package touchstone.judge.certify;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.question.Chapter;
import touchstone.judge.question.Key;
import touchstone.judge.question.Key.Option;
import touchstone.judge.question.Question;
import touchstone.judge.question.QuestionBank;
import touchstone.judge.question.QuestionType;
import touchstone.judge.text.Language;
import touchstone.judge.text.Text;

/// What a bank is made of, for its authors to look at; nothing here can be wrong.
///
/// @param letters how often each letter is the right one of a single choice
/// @param longest how often the right option of a single choice is the longest one, by language
public record BankFacts(
        Map<QuestionType, Integer> types,
        Map<RubricDimension, Integer> dimensions,
        Map<Integer, Integer> levels,
        List<ChapterTime> chapters,
        Map<String, Integer> letters,
        Map<Language, Integer> longest) {
    private static final double LONGEST_SHARE_MAX = 0.45;

    /// Questions and their minutes beside the outline's time, which is 0 for the notes.
    public record ChapterTime(String chapter, int questions, int minutes, int outline) {}

    public static BankFacts of(QuestionBank bank) {
        var questions = bank.questions();
        var types = new EnumMap<QuestionType, Integer>(QuestionType.class);
        var dimensions = new EnumMap<RubricDimension, Integer>(RubricDimension.class);
        var levels = new TreeMap<Integer, Integer>();
        var letters = new TreeMap<String, Integer>();
        var longest = new EnumMap<Language, Integer>(Map.of(Language.ZH, 0, Language.EN, 0));
        for (var question : questions) {
            types.merge(QuestionType.of(question.key()), 1, Integer::sum);
            dimensions.merge(question.rubric(), 1, Integer::sum);
            levels.merge(question.level(), 1, Integer::sum);
            if (question.key() instanceof Key.Single single) {
                letters.merge(single.answer(), 1, Integer::sum);
                longest.merge(Language.ZH, longest(single, Text::zh), Integer::sum);
                longest.merge(Language.EN, longest(single, Text::en), Integer::sum);
            }
        }
        return new BankFacts(types, dimensions, levels,
                bank.chapters().stream().map(BankFacts::time).toList(), letters, longest);
    }

    public int questions() {
        return types.values().stream().mapToInt(Integer::intValue).sum();
    }

    public int singles() {
        return types.getOrDefault(QuestionType.SINGLE, 0);
    }

    /// Whether choosing the longest option is a way to pass.
    public boolean lengthTells(Language language) {
        return longest.getOrDefault(language, 0) > LONGEST_SHARE_MAX * singles();
    }

    private static ChapterTime time(Chapter chapter) {
        return new ChapterTime(chapter.id(), chapter.questions().size(),
                chapter.questions().stream().mapToInt(Question::minutes).sum(), chapter.minutes());
    }

    private static int longest(Key.Single single, Function<Text, String> language) {
        int right = 0;
        int wrong = 0;
        for (Option option : single.options()) {
            int length = language.apply(option.text()).length();
            if (option.letter().equals(single.answer())) {
                right = length;
            } else {
                wrong = Math.max(wrong, length);
            }
        }
        return right > wrong ? 1 : 0;
    }
}

package touchstone.web.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import touchstone.judge.exercise.Exercise;
import touchstone.judge.interview.Entry;
import touchstone.judge.question.Key;
import touchstone.judge.question.Question;
import touchstone.web.library.Library;

/// What candidates hand in. In the story it is the name of a sample of the exercise; `right`, or `wrong-2` for
/// the second of the common wrong answers to a question; the id of words; or the answer itself.
record Contents(Library library, Map<String, Story.Words> words) {
    private static final String RIGHT = "right";
    private static final String WRONG = "wrong-";
    private static final String STARTER = "starter";
    private static final MathContext DIGITS = new MathContext(5);

    String of(String item, String told) {
        return switch (library.find(item).orElseThrow(() -> unknown(item, told))) {
            case Entry.Coding(var exercise) ->
                told.equals(STARTER) ? exercise.starter() : sample(exercise, told);
            case Entry.Asked(var question) -> answer(question, told);
            case Entry.Planned _ -> throw unknown(item, told);
        };
    }

    boolean isOpen(String item) {
        return library.find(item).orElseThrow() instanceof Entry.Asked(var question)
                && question.key() instanceof Key.Open;
    }

    private static IllegalStateException unknown(String item, String told) {
        return new IllegalStateException("the demo hands in what does not exist: " + item + ": " + told);
    }

    /// Without the comments that say what is wrong with it.
    private static String sample(Exercise exercise, String name) {
        var file = exercise.folder().resolve("submissions").resolve(name + ".java");
        try {
            return Files.readAllLines(file)
                    .stream()
                    .filter(line -> !line.strip().startsWith("//"))
                    .collect(Collectors.joining("\n", "", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    private String answer(Question question, String told) {
        if (question.key() instanceof Key.Open) {
            var known = words.get(told);
            if (known == null) {
                throw unknown(question.id(), told);
            }
            return known.text();
        }
        if (told.equals(RIGHT)) {
            return right(question.key());
        }
        return told.startsWith(WRONG)
                ? question.wrong().get(Integer.parseInt(told.substring(WRONG.length())) - 1).answer()
                : told;
    }

    private static String right(Key key) {
        return switch (key) {
            case Key.Numeric numeric -> (rounded(numeric.value()) + " " + numeric.unit()).strip();
            case Key.Single single -> single.answer();
            case Key.Multiple multiple -> String.join(", ", new TreeSet<>(multiple.answer()));
            case Key.Ordering ordering -> String.join(", ", ordering.answer());
            case Key.Formula formula -> formula.expression();
            case Key.Open _ -> "";
        };
    }

    /// As people write it.
    private static String rounded(double value) {
        return new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString();
    }
}

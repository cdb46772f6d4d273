package touchstone.judge.answer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import touchstone.judge.question.Key;

/// What chosen letters are worth.
final class ChoiceMarking {
    private ChoiceMarking() {}

    static Mark mark(Key.Single key, String answer) {
        return switch (LetterReader.read(answer, letters(key.options()), false)) {
            case Letters.Unread(var hint) -> new Mark.Unreadable(hint);
            case Letters.Read read -> single(key, read);
        };
    }

    static Mark mark(Key.Multiple key, String answer) {
        return switch (LetterReader.read(answer, letters(key.options()), false)) {
            case Letters.Unread(var hint) -> new Mark.Unreadable(hint);
            case Letters.Read read -> multiple(key, read);
        };
    }

    static Mark mark(Key.Ordering key, String answer) {
        return switch (LetterReader.read(answer, letters(key.options()), true)) {
            case Letters.Unread(var hint) -> new Mark.Unreadable(hint);
            case Letters.Read read -> ordering(key, read);
        };
    }

    private static Mark single(Key.Single key, Letters.Read read) {
        var letter = read.letters().getFirst();
        for (int i = 1; i < read.letters().size(); i++) {
            if (!read.letters().get(i).equals(letter)) {
                return new Mark.Unreadable(Fault.SEVERAL_LETTERS.at(read.columns().get(i)));
            }
        }
        return new Mark.Marked(letter.equals(key.answer()) ? 1 : 0, letter);
    }

    /// The share of the right ones that were ticked, less the share of the wrong ones: whoever ticks everything
    /// has told nothing, and earns nothing.
    private static Mark multiple(Key.Multiple key, Letters.Read read) {
        var ticked = new TreeSet<>(read.letters());
        int right = (int) ticked.stream().filter(key.answer()::contains).count();
        int wrong = ticked.size() - right;
        int rightOnes = key.answer().size();
        // an option at least is wrong, or else there is nothing that could be ticked in vain
        int wrongOnes = Math.max(1, key.options().size() - rightOnes);
        // divided once, so that equal shares are equal numbers
        var fraction = (double) (right * wrongOnes - wrong * rightOnes) / (rightOnes * wrongOnes);
        return new Mark.Marked(Math.max(0, fraction), LetterReader.all(List.copyOf(ticked)));
    }

    private static Mark ordering(Key.Ordering key, Letters.Read read) {
        var seen = new HashSet<String>();
        for (int i = 0; i < read.letters().size(); i++) {
            var letter = read.letters().get(i);
            if (!seen.add(letter)) {
                return new Mark.Unreadable(Fault.LETTER_TWICE.at(read.columns().get(i), letter));
            }
        }
        var missing = new ArrayList<>(letters(key.options()));
        missing.removeAll(seen);
        if (!missing.isEmpty()) {
            return new Mark.Unreadable(Fault.LETTER_MISSING.at(0, LetterReader.all(missing)));
        }
        return new Mark.Marked(concordance(key.answer(), read.letters()), LetterReader.all(read.letters()));
    }

    /// The share of pairs that stand in the right order.
    private static double concordance(List<String> right, List<String> given) {
        int pairs = 0;
        int concordant = 0;
        for (int i = 0; i < given.size(); i++) {
            for (int j = i + 1; j < given.size(); j++) {
                pairs++;
                concordant += right.indexOf(given.get(i)) < right.indexOf(given.get(j)) ? 1 : 0;
            }
        }
        return pairs == 0 ? 1 : (double) concordant / pairs;
    }

    private static List<String> letters(List<Key.Option> options) {
        return options.stream().map(Key.Option::letter).toList();
    }
}

package touchstone.web.report;

import io.pebbletemplates.pebble.extension.escaper.SafeString;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import touchstone.judge.interview.Review;
import touchstone.judge.interview.Standing;
import touchstone.judge.question.Key;
import touchstone.judge.question.Key.Option;
import touchstone.judge.question.Question;
import touchstone.judge.report.KeyWords;
import touchstone.web.grading.ItemDetails;

/// What was asked, and what counts as right.
///
/// @param ordered whether the choices are to be put in order rather than chosen
/// @param key the right answer in words; none where people tick key points
/// @param solution how to get there; empty if the key says it all
record QuestionView(
        SafeString prompt,
        List<Choice> choices,
        boolean ordered,
        List<String> key,
        List<Point> points,
        SafeString solution,
        String reference) {
    private static final Pattern BETWEEN_LETTERS = Pattern.compile("[^A-Z]+");

    /// @param chosen by the candidate
    /// @param right to be chosen; of an order all are
    record Choice(String letter, SafeString text, boolean chosen, boolean right) {}

    record Point(int number, SafeString text, int points, boolean ticked) {}

    static QuestionView of(Question question, ItemDetails details, Voice voice) {
        var solution = voice.in(question.solution());
        return new QuestionView(voice.prose(voice.in(question.prompt())),
                choices(question.key(), details, voice), question.key() instanceof Key.Ordering,
                new KeyWords(voice.judge()).lines(question.key()), points(question.key(), details, voice),
                voice.prose(solution), question.ref());
    }

    public boolean explained() {
        return !solution.toString().isBlank();
    }

    private static List<Choice> choices(Key key, ItemDetails details, Voice voice) {
        return switch (key) {
            case Key.Single(var options, var answer) -> choices(options, Set.of(answer), details, voice);
            case Key.Multiple(var options, var answer) -> choices(options, answer, details, voice);
            case Key.Ordering(var options, var answer) ->
                choices(options, Set.copyOf(answer), details, voice);
            case Key.Numeric _,Key.Formula _,Key.Open _ -> List.of();
        };
    }

    private static List<Choice> choices(
            List<Option> options,
            Set<String> right,
            ItemDetails details,
            Voice voice) {
        var chosen = details.evidence().standing() instanceof Standing.Marked marked
                ? BETWEEN_LETTERS.splitAsStream(marked.understood()).collect(Collectors.toSet())
                : Set.<String>of();
        return options.stream()
                .map(option -> new Choice(option.letter(), voice.line(voice.in(option.text())),
                        chosen.contains(option.letter()), right.contains(option.letter())))
                .toList();
    }

    /// Those that the answer waits with, which are the ones that were ticked, or else the question's.
    private static List<Point> points(Key key, ItemDetails details, Voice voice) {
        var standing = details.evidence().standing();
        if (!(key instanceof Key.Open open)) {
            return List.of();
        }
        var all = standing instanceof Standing.WaitingForReview waiting ? waiting.points() : open.points();
        SortedSet<Integer> ticked = details.evidence().review().map(Review::ticked).orElseGet(TreeSet::new);
        var points = new ArrayList<Point>();
        for (var point : all) {
            int number = points.size() + 1;
            points.add(new Point(number, voice.line(voice.in(point.text())), point.points(),
                    ticked.contains(number)));
        }
        return List.copyOf(points);
    }
}

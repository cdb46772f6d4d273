package touchstone.web.interview;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import touchstone.judge.interview.Entry;
import touchstone.judge.question.Chapter;
import touchstone.judge.question.Question;
import touchstone.judge.text.Language;
import touchstone.web.library.Library;
import touchstone.web.page.Exchange;
import touchstone.web.page.WebWords;

/// Finds items by words about them: id, title, topic, dimension, difficulty, type.
final class ItemSearch {
    static final int SHOWN_MAX = 30;

    private static final int WORDS_MAX = 12;
    private static final Pattern SPACES = Pattern.compile("[\\s,，、]+");

    private final Library library;
    private final Function<WebWords, ItemWords> describing;

    ItemSearch(Library library, Function<WebWords, ItemWords> describing) {
        this.library = library;
        this.describing = describing;
    }

    /// One that was found.
    record Found(String id, String title, String facts, int minutes) {}

    /// @param total how many there are, shown or not
    record Answer(int total, List<Found> items) {}

    void answer(Exchange exchange) {
        var about = describing.apply(exchange.words());
        var found = matching(exchange.query("q").orElse(""));
        exchange.json(new Answer(found.size(),
                found.stream().limit(SHOWN_MAX).map(entry -> found(entry, about)).toList()));
    }

    /// Everything that can be asked, exercises first.
    List<Found> all(WebWords words) {
        var about = describing.apply(words);
        return entries().map(entry -> found(entry, about)).toList();
    }

    private static Found found(Entry entry, ItemWords about) {
        var item = entry.item();
        return new Found(item.id(), about.plainTitle(item), about.facts(entry), item.minutes());
    }

    /// Those that all words fit, in whichever language they are. An id in full goes first.
    private List<Entry> matching(String query) {
        var wanted = SPACES.splitAsStream(query.strip().toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .limit(WORDS_MAX)
                .toList();
        var chapters = library.questions()
                .chapters()
                .stream()
                .collect(Collectors.toMap(Chapter::id, Function.identity()));
        var found = entries().filter(entry -> wanted.stream().allMatch(text(entry, chapters)::contains))
                .toList();
        return Stream
                .concat(found.stream().filter(entry -> wanted.contains(entry.item().id())),
                        found.stream().filter(entry -> !wanted.contains(entry.item().id())))
                .toList();
    }

    private Stream<Entry> entries() {
        return Stream.concat(library.exercises().stream().map(Entry.Coding::new),
                library.questions().questions().stream().map(Entry.Asked::new));
    }

    private String text(Entry entry, Map<String, Chapter> chapters) {
        var item = entry.item();
        var topic = switch (entry) {
            case Entry.Coding(var exercise) -> exercise.topic();
            case Entry.Asked(Question question) ->
                chapters.containsKey(question.chapter()) ? both(chapters.get(question.chapter())) : "";
            case Entry.Planned _ -> "";
        };
        var facts = Stream.of(Language.values())
                .map(language -> describing.apply(new WebWords(language)).facts(entry))
                .collect(Collectors.joining(" "));
        return String.join(" ", item.id(), item.title().zh(), item.title().en(), topic, facts)
                .toLowerCase(Locale.ROOT);
    }

    private static String both(Chapter chapter) {
        return chapter.title().zh() + " " + chapter.title().en();
    }
}

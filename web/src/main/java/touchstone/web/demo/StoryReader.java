package touchstone.web.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import touchstone.judge.yaml.BrokenFileException;
import touchstone.judge.yaml.Fields;
import touchstone.judge.yaml.Problem;
import touchstone.web.store.Candidate.EndedBy;

/// Reads `demo.yaml`; its words lie in `words.yaml`.
final class StoryReader {
    private StoryReader() {}

    /// The shipped one.
    static Story read() {
        var problems = new ArrayList<Problem>();
        var words = Fields.document(Path.of("words.yaml"), resource("words.yaml"), problems);
        var texts = new LinkedHashMap<String, Story.Words>();
        words.keys().forEach(id -> texts.put(id, words(words.fields(id))));
        var talks = document("demo.yaml", problems).knowing(List.of("interviews"))
                .list("interviews")
                .stream()
                .map(StoryReader::talk)
                .toList();
        if (!problems.isEmpty()) {
            throw new BrokenFileException(problems);
        }
        return new Story(texts, talks);
    }

    private static Fields document(String name, List<Problem> problems) {
        return Fields.document(Path.of(name), resource(name), problems);
    }

    private static String resource(String name) {
        try (var stream = StoryReader.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("this build has no " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private static Story.Words words(Fields fields) {
        fields.knowing(List.of("text", "ticked", "comment"));
        return new Story.Words(fields.string("text", "the answer").strip(), numbers(fields, "ticked"),
                fields.optional("comment").orElse(""));
    }

    private static List<Integer> numbers(Fields fields, String key) {
        return fields.listOfTexts(key).stream().map(Integer::valueOf).toList();
    }

    private static Story.Talk talk(Fields fields) {
        fields.knowing(
                List.of("title", "blueprint", "created", "closed", "candidates-see-report", "candidates"));
        return new Story.Talk(fields.string("title", "a title"), fields.string("blueprint", "an id"),
                duration(fields, "created").orElse(Duration.ZERO), duration(fields, "closed"),
                is(fields, "candidates-see-report"), optionalList(fields, "candidates", StoryReader::person));
    }

    private static Story.Person person(Fields fields) {
        fields.knowing(List.of("name", "link", "extra", "revoked", "consented", "started", "lasted", "ended",
                "handed-in", "typed", "unreviewed", "again", "overruled", "notes"));
        var started = duration(fields, "started");
        return new Story.Person(fields.string("name", "a label"), choice(fields, "link", Story.Link.values()),
                fields.has("extra") ? fields.integer("extra", 0, 240) : 0, is(fields, "revoked"),
                started.isPresent() || is(fields, "consented"), started, duration(fields, "lasted"),
                choice(fields, "ended", EndedBy.values()).orElse(EndedBy.CANDIDATE),
                map(fields.optionalFields("handed-in"), Fields::strings),
                map(fields.optionalFields("typed"), (item, key) -> item.string(key, "an answer")),
                !is(fields, "unreviewed"), remarks(fields));
    }

    private static Story.Remarks remarks(Fields fields) {
        return new Story.Remarks(
                optionalList(fields, "again",
                        one -> new Story.Again(one.string("item", "an id"), numbers(one, "ticked"),
                                one.string("comment", "a comment"))),
                optionalList(fields, "overruled",
                        one -> new Story.Decision(one.string("item", "an id"),
                                one.string("fraction", "such as 1/2"), one.string("reason", "a reason"))),
                optionalList(fields, "notes",
                        one -> new Story.Remark(one.optional("item"), one.string("text", "a note"))));
    }

    @FunctionalInterface
    private interface Value<T> {
        T of(Fields fields, String key);
    }

    private static <T> Map<String, T> map(Fields fields, Value<T> value) {
        var map = new LinkedHashMap<String, T>();
        fields.keys().forEach(key -> map.put(key, value.of(fields, key)));
        return map;
    }

    private static <T> List<T> optionalList(Fields fields, String key, Function<Fields, T> reader) {
        return fields.has(key) ? fields.list(key).stream().map(reader).toList() : List.of();
    }

    private static <E extends Enum<E>> Optional<E> choice(Fields fields, String key, E[] values) {
        return fields.has(key) ? fields.choice(key, values, Enum::name) : Optional.empty();
    }

    private static boolean is(Fields fields, String key) {
        return fields.optional(key).filter("true"::equals).isPresent();
    }

    private static Optional<Duration> duration(Fields fields, String key) {
        try {
            return fields.optional(key).map(Duration::parse);
        } catch (DateTimeParseException e) {
            fields.problem(fields.line(key), "'" + key + "' is no duration such as P3DT2H");
            return Optional.empty();
        }
    }
}

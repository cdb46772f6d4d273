package touchstone.judge.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

/// A YAML document whose every part knows its line; Jackson's own tree forgets
/// them.
sealed interface Yaml {
    YAMLMapper MAPPER = new YAMLMapper();

    int line();

    record Scalar(int line, String text) implements Yaml {}

    record Sequence(int line, List<Yaml> items) implements Yaml {}

    record Mapping(int line, Map<String, Yaml> entries, Map<String, Integer> lines) implements Yaml {}

    /// A document that is no YAML at all, or says something twice.
    final class SyntaxException extends Exception {
        private static final long serialVersionUID = 1;
        private final int line;

        SyntaxException(int line, String message) {
            super(message);
            this.line = line;
        }

        int line() {
            return line;
        }
    }

    static Yaml parse(String text) throws SyntaxException {
        try (JsonParser parser = MAPPER.createParser(text)) {
            var first = parser.nextToken();
            return first == null ? new Scalar(1, "") : read(parser, first);
        } catch (JacksonException e) {
            var location = e.getLocation();
            var message = e.getOriginalMessage().lines().findFirst().orElse("not YAML");
            throw new SyntaxException(location == null ? 1 : Math.max(1, location.getLineNr()),
                    message + "; check indentation, quotes and brackets here");
        }
    }

    private static Yaml read(JsonParser parser, JsonToken token) throws SyntaxException {
        int line = parser.currentTokenLocation().getLineNr();
        refuseAlias(parser, line);
        return switch (token) {
            case START_OBJECT -> readMapping(parser, line);
            case START_ARRAY -> readSequence(parser, line);
            default -> new Scalar(line, token == JsonToken.VALUE_NULL ? "" : parser.getString());
        };
    }

    /// To YAML, `*x` stands for something anchored elsewhere; whoever writes it here means a star.
    private static void refuseAlias(JsonParser parser, int line) throws SyntaxException {
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            throw new SyntaxException(line, "a value that begins with '*' needs quotes");
        }
    }

    private static Yaml readMapping(JsonParser parser, int line) throws SyntaxException {
        var entries = new LinkedHashMap<String, Yaml>();
        var lines = new LinkedHashMap<String, Integer>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var key = parser.currentName();
            int keyLine = parser.currentTokenLocation().getLineNr();
            if (lines.put(key, keyLine) != null) {
                throw new SyntaxException(keyLine, "'" + key + "' is given twice; keep one of them");
            }
            entries.put(key, read(parser, parser.nextToken()));
        }
        return new Mapping(line, entries, lines);
    }

    private static Yaml readSequence(JsonParser parser, int line) throws SyntaxException {
        var items = new ArrayList<Yaml>();
        for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(read(parser, token));
        }
        return new Sequence(line, items);
    }
}

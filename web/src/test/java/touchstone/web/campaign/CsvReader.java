package touchstone.web.campaign;

import java.util.ArrayList;
import java.util.List;

/// Reads RFC 4180 strictly, so that what we write is not judged by our own ideas of it.
final class CsvReader {
    private final String text;
    private int at;

    private CsvReader(String text) {
        this.text = text;
    }

    static List<List<String>> read(String text) {
        var reader = new CsvReader(text);
        var lines = new ArrayList<List<String>>();
        while (reader.at < text.length()) {
            lines.add(reader.line());
        }
        return lines;
    }

    private List<String> line() {
        var fields = new ArrayList<String>();
        fields.add(field());
        while (text.charAt(at) == ',') {
            at++;
            fields.add(field());
        }
        if (!text.startsWith("\r\n", at)) {
            throw new IllegalStateException("no end of line at " + at + ": " + text.substring(at));
        }
        at += 2;
        return fields;
    }

    private String field() {
        if (text.charAt(at) == '"') {
            return quoted();
        }
        int from = at;
        while (",\r\n".indexOf(text.charAt(at)) < 0) {
            if (text.charAt(at) == '"') {
                throw new IllegalStateException("a bare quote at " + at);
            }
            at++;
        }
        return text.substring(from, at);
    }

    private String quoted() {
        var field = new StringBuilder();
        at++;
        while (true) {
            int quote = text.indexOf('"', at);
            field.append(text, at, quote);
            at = quote + 1;
            if (text.charAt(at) != '"') {
                return field.toString();
            }
            field.append('"');
            at++;
        }
    }
}

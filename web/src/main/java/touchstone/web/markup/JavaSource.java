package touchstone.web.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Java as HTML, whatever the text: words of the language, literals, comments, annotations and types as spans of the
/// classes `kw`, `str`, `num`, `com`, `ann` and `type`. What a reader would not see is shown as a chip.
public final class JavaSource {
    private JavaSource() {}

    /// A listing of numbered lines that can be linked to.
    ///
    /// @param name of the file, for whoever cannot see where it begins
    /// @param anchorPrefix stands before `L12`, and tells several files of one page apart
    public static String listing(String source, String name, String anchorPrefix) {
        return listing(source, name, anchorPrefix, Set.of());
    }

    /// The same.
    ///
    /// @param pointedAt lines that something beside it speaks of
    public static String listing(String source, String name, String anchorPrefix, Set<Integer> pointedAt) {
        var out = new StringBuilder("<div class=\"code\" tabindex=\"0\" role=\"region\" aria-label=\"")
                .append(Escaped.attribute(name))
                .append("\"><code>");
        var prefix = Escaped.attribute(anchorPrefix);
        var lines = lines(source);
        for (int i = 1; i <= lines.size(); i++) {
            out.append(pointedAt.contains(i) ? "<span class=\"ln hit\"" : "<span class=\"ln\"")
                    .append(" data-n=\"")
                    .append(i)
                    .append("\" id=\"")
                    .append(prefix)
                    .append('L')
                    .append(i)
                    .append("\">")
                    .append(lines.get(i - 1))
                    .append("\n</span>");
        }
        return out.append("</code></div>").toString();
    }

    /// Every line's HTML; what goes on over several lines is closed and opened again.
    public static List<String> lines(String source) {
        // a lone carriage return ends a line for a compiler and would hide it from a reader
        var text = source.replace("\r\n", "\n").replace('\r', '\n');
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        new JavaLexer(text).forEach((kind, piece) -> {
            int from = 0;
            for (int end = piece.indexOf('\n'); end >= 0; end = piece.indexOf('\n', from)) {
                append(line, kind, piece.substring(from, end));
                lines.add(line.toString());
                line.setLength(0);
                from = end + 1;
            }
            append(line, kind, piece.substring(from));
        });
        if (!line.isEmpty() || lines.isEmpty()) {
            lines.add(line.toString());
        }
        return List.copyOf(lines);
    }

    private static void append(StringBuilder line, JavaLexer.Kind kind, String piece) {
        if (piece.isEmpty()) {
            return;
        }
        var html = Escaped.code(piece);
        line.append(kind.css().isEmpty() ? html : "<span class=\"" + kind.css() + "\">" + html + "</span>");
    }
}

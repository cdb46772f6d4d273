package touchstone.web.markup;

import java.util.List;
import java.util.StringJoiner;

/// Where we are in a table, and what its cells look like for that.
final class MathTable {
    private final List<String> alignments;
    private final List<String> columnLines;
    private final List<String> rowLines;
    private int row = -1;
    private int column = -1;

    MathTable(String alignments, String columnLines, String rowLines) {
        this.alignments = words(alignments);
        this.columnLines = words(columnLines);
        this.rowLines = words(rowLines);
    }

    private static List<String> words(String attribute) {
        return List.of(attribute.split(" "));
    }

    void row() {
        row++;
        column = -1;
    }

    /// The classes of the next cell of this row.
    String cell() {
        column++;
        var classes = new StringJoiner(" ");
        var alignment = at(alignments, column);
        if (alignment.equals("left") || alignment.equals("right")) {
            classes.add(alignment);
        }
        if (isLine(at(columnLines, column))) {
            classes.add("rule-after");
        }
        if (isLine(at(rowLines, row))) {
            classes.add("rule-below");
        }
        return classes.toString();
    }

    private static boolean isLine(String style) {
        return style.equals("solid") || style.equals("dashed");
    }

    private static String at(List<String> words, int index) {
        return index < words.size() ? words.get(index) : "";
    }
}

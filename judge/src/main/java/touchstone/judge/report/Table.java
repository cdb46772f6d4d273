package touchstone.judge.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Rows of cells under one another on a terminal. Cells hold no colours, which would have a width here.
final class Table {
    private static final String GAP = "  ";

    private final List<Boolean> numeric;
    private final List<List<String>> rows = new ArrayList<>();

    /// Of columns that are numeric, and so aligned to the right, or not.
    Table(List<Boolean> numeric) {
        this.numeric = List.copyOf(numeric);
    }

    Table row(String... cells) {
        if (cells.length != numeric.size()) {
            throw new IllegalArgumentException(cells.length + " cells in " + numeric.size() + " columns");
        }
        rows.add(List.of(cells));
        return this;
    }

    List<String> lines() {
        var widths = IntStream.range(0, numeric.size()).map(this::width).toArray();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> Columns.width(row.get(column))).max().orElse(0);
    }

    private String line(List<String> row, int[] widths) {
        var line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            var cell = row.get(column);
            var space = " ".repeat(widths[column] - Columns.width(cell));
            line.append(GAP).append(numeric.get(column) ? space + cell : cell + space);
        }
        return line.toString().stripTrailing();
    }
}

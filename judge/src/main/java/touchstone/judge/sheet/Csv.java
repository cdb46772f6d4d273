package touchstone.judge.sheet;

import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import touchstone.judge.sheet.Sheet.Cell;

/// RFC 4180 in UTF-8, with the mark that spreadsheets know it by.
public final class Csv {
    public static final String TYPE = "text/csv; charset=utf-8";
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String END = "\r\n";
    /// Spreadsheets take what begins so for a formula, in the full-width forms too.
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";
    private static final String QUOTED = ",;\"\r\n\t";

    private Csv() {}

    public static byte[] bytes(Sheet sheet) {
        var text = new StringBuilder(BYTE_ORDER_MARK);
        text.append(line(sheet.columns().stream().map(Cell::of).toList()));
        sheet.rows().forEach(row -> text.append(line(row)));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String line(List<Cell> cells) {
        return cells.stream().map(Csv::field).collect(Collectors.joining(",", "", END));
    }

    private static String field(Cell cell) {
        return switch (cell) {
            case Cell.Words(var text) -> quoted(harmless(text));
            case Cell.Figure(var value) -> value.toPlainString();
            case Cell.Moment(var at) -> at.truncatedTo(ChronoUnit.SECONDS).toString();
            case Cell.Empty _ -> "";
        };
    }

    private static String harmless(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String quoted(String text) {
        return text.chars().anyMatch(c -> QUOTED.indexOf(c) >= 0) ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }
}

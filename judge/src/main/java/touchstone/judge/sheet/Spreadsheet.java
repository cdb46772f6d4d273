package touchstone.judge.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import touchstone.judge.sheet.Sheet.Cell;

/// Sheets as one XLSX file. Words are kept as words there, so none of them can be a formula.
public final class Spreadsheet {
    public static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String MOMENT = "yyyy-mm-dd hh:mm";
    /// Of a cell, by the format's own rules.
    private static final int TEXT_MAX = 32_767;
    private static final int FLUSHED_EVERY = 200;
    private static final double COLUMN_WIDTH = 14;

    private Spreadsheet() {}

    public static byte[] bytes(List<Sheet> sheets) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Touchstone", "1.0")) {
            for (var sheet : sheets) {
                write(sheet, book.newWorksheet(sheet.name()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(Sheet sheet, Worksheet page) throws IOException {
        page.freezePane(0, 1);
        for (int column = 0; column < sheet.columns().size(); column++) {
            page.width(column, COLUMN_WIDTH);
            page.value(0, column, text(sheet.columns().get(column)));
            page.style(0, column).bold().wrapText(true).set();
        }
        for (int row = 0; row < sheet.rows().size(); row++) {
            var cells = sheet.rows().get(row);
            for (int column = 0; column < cells.size(); column++) {
                write(cells.get(column), page, row + 1, column);
            }
            if (row % FLUSHED_EVERY == FLUSHED_EVERY - 1) {
                page.flush();
            }
        }
        page.finish();
    }

    private static void write(Cell cell, Worksheet page, int row, int column) {
        switch (cell) {
            case Cell.Words(var text) -> page.value(row, column, text(text));
            case Cell.Figure(var value) -> page.value(row, column, value);
            case Cell.Moment(var at) -> {
                page.value(row, column, LocalDateTime.ofInstant(at, ZoneOffset.UTC));
                page.style(row, column).format(MOMENT).set();
            }
            case Cell.Empty _ -> {
            }
        }
    }

    /// Without what XML cannot hold.
    private static String text(String text) {
        var allowed = text.codePoints()
                .filter(c -> c == '\t'
                        || c == '\n'
                        || c == '\r'
                        || (c >= ' ' && c < 0xD800)
                        || (c >= 0xE000 && c < 0xFFFE)
                        || c > 0xFFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return allowed.length() > TEXT_MAX ? allowed.substring(0, TEXT_MAX) : allowed.toString();
    }
}

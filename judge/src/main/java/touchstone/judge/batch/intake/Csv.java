package touchstone.judge.batch.intake;

import java.util.ArrayList;
import java.util.List;

/// Reads RFC 4180, and what spreadsheets make of it: any line ends, semicolons or tabs instead of commas.
final class Csv {
    private final String text;
    private final char separator;
    private final List<Line> lines = new ArrayList<>();
    private int at;
    private int line = 1;

    /// Cells, and where they begin.
    record Line(int number, List<String> cells) {
        Line {
            cells = List.copyOf(cells);
        }

        boolean blank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    /// A quoted cell that never ends.
    static final class OpenQuoteException extends Exception {
        private static final long serialVersionUID = 1;
        private final int line;

        OpenQuoteException(int line) {
            super("a quote is open since line " + line);
            this.line = line;
        }

        int line() {
            return line;
        }
    }

    private Csv(String text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    /// All lines with anything in them.
    static List<Line> read(String text) throws OpenQuoteException {
        var header = text.lines().findFirst().orElse("");
        char separator = header.indexOf(',') >= 0 ? ',' : header.indexOf(';') >= 0 ? ';'
                : header.indexOf('\t') >= 0 ? '\t'
                : ',';
        var csv = new Csv(text, separator);
        while (csv.at < text.length()) {
            csv.readLine();
        }
        return csv.lines.stream().filter(one -> !one.blank()).toList();
    }

    private void readLine() throws OpenQuoteException {
        int number = line;
        var cells = new ArrayList<String>();
        boolean more;
        do {
            cells.add(at < text.length() && text.charAt(at) == '"' ? quoted() : plain());
            more = at < text.length() && text.charAt(at) == separator;
            at += more ? 1 : 0;
        } while (more);
        if (at < text.length()) {
            at += text.startsWith("\r\n", at) ? 2 : 1;
            line++;
        }
        lines.add(new Line(number, cells));
    }

    private boolean ends(char character) {
        return character == separator || character == '\n' || character == '\r';
    }

    private String plain() {
        int start = at;
        while (at < text.length() && !ends(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private String quoted() throws OpenQuoteException {
        int opened = line;
        var cell = new StringBuilder();
        at++;
        while (at < text.length()) {
            char character = text.charAt(at++);
            if (character != '"') {
                line += character == '\n' ? 1 : 0;
                cell.append(character);
            } else if (at < text.length() && text.charAt(at) == '"') {
                cell.append('"');
                at++;
            } else {
                return cell + plain();
            }
        }
        throw new OpenQuoteException(opened);
    }
}

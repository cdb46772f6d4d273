package touchstone.judge.batch.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import touchstone.judge.batch.intake.Finding.Reason;

/// A line of a table.
///
/// @param place the table's name and the line
/// @param name of the applicant, where it is another than what tells them apart
/// @param exercise its id, `answers`, or nothing where the file's name tells
/// @param file below the table's folder
record TableRow(
        String place,
        String applicant,
        Optional<String> name,
        Optional<String> exercise,
        String file) {
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final Map<String, List<String>> COLUMNS = Map.of("applicant",
            List.of("applicant", "candidate", "候选人", "应聘者"), "name", List.of("name", "姓名"), "exercise",
            List.of("exercise", "题目", "编程题"), "file", List.of("file", "path", "文件", "路径"));

    /// @param broken gets what is wrong with single lines
    static List<TableRow> ofCsv(Path table, String text, List<Finding> broken) {
        List<Csv.Line> lines;
        try {
            lines = Csv.read(text);
        } catch (Csv.OpenQuoteException e) {
            throw new TableException(TableException.Reason.OPEN_QUOTE, table + ":" + e.line(), "");
        }
        if (lines.isEmpty()) {
            throw new TableException(TableException.Reason.EMPTY, table.toString(), "");
        }
        var header = lines.getFirst().cells();
        int applicant = column(table, header, "applicant");
        int file = column(table, header, "file");
        int name = find(header, "name");
        int exercise = find(header, "exercise");
        var rows = new ArrayList<TableRow>();
        for (var line : lines.subList(1, lines.size())) {
            var place = place(table, line.number());
            if (line.cells().size() != header.size()) {
                broken.add(Finding.of(place, Reason.BAD_ROW, line.cells().size() + " / " + header.size()));
            } else if (line.cells().get(file).isBlank()) {
                broken.add(Finding.of(place, Reason.BAD_ROW, "file"));
            } else {
                rows.add(new TableRow(place, line.cells().get(applicant).strip(), cell(line, name),
                        cell(line, exercise), line.cells().get(file).strip()));
            }
        }
        return rows;
    }

    private static int column(Path table, List<String> header, String key) {
        int found = find(header, key);
        if (found < 0) {
            throw new TableException(TableException.Reason.NO_COLUMN, table + ":1", key);
        }
        return found;
    }

    private static int find(List<String> header, String key) {
        var names = COLUMNS.getOrDefault(key, List.of());
        for (int i = 0; i < header.size(); i++) {
            if (names.contains(header.get(i).strip().toLowerCase(Locale.ROOT))) {
                return i;
            }
        }
        return -1;
    }

    private static Optional<String> cell(Csv.Line line, int column) {
        return column < 0 ? Optional.empty()
                : Optional.of(line.cells().get(column).strip()).filter(cell -> !cell.isEmpty());
    }

    /// @param broken gets what is wrong with single lines
    static List<TableRow> ofJson(Path table, String text, List<Finding> broken) {
        var rows = new ArrayList<TableRow>();
        int number = 0;
        for (var line : text.lines().toList()) {
            number++;
            var place = place(table, number);
            if (line.isBlank()) {
                continue;
            }
            try {
                add(rows, place, MAPPER.readTree(line), broken);
            } catch (JacksonException e) {
                broken.add(Finding.of(place, Reason.BAD_ROW, "JSON"));
            }
        }
        return rows;
    }

    private static void add(List<TableRow> rows, String place, JsonNode row, List<Finding> broken) {
        var files = row.path("file").isArray() ? row.path("file").valueStream().toList()
                : List.of(row.path("file"));
        if (!row.path("applicant").isString() || files.isEmpty()) {
            broken.add(Finding.of(place, Reason.BAD_ROW, files.isEmpty() ? "file" : "applicant"));
            return;
        }
        for (var file : files) {
            if (file.isString() && !file.asString().isBlank()) {
                rows.add(new TableRow(place, row.path("applicant").asString().strip(), text(row, "name"),
                        text(row, "exercise"), file.asString()));
            } else {
                broken.add(Finding.of(place, Reason.BAD_ROW, "file"));
            }
        }
    }

    private static Optional<String> text(JsonNode row, String key) {
        return Optional.of(row.path(key))
                .filter(JsonNode::isString)
                .map(node -> node.asString().strip())
                .filter(one -> !one.isEmpty());
    }

    private static String place(Path table, int line) {
        return Optional.ofNullable(table.getFileName()).orElse(table) + ":" + line;
    }
}

package touchstone.judge.batch.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import touchstone.judge.batch.intake.Finding.Reason;
import touchstone.judge.upload.Upload;
import touchstone.judge.upload.Uploads;

/// A table that names applicants and their files, which lie in the table's folder or below.
///
/// CSV has a header with the columns `applicant`, `exercise`, `file` and perhaps `name`; JSONL has objects with these
/// keys. A file of answers has `answers` for its exercise, or is called so. Rows of one applicant and exercise are files
/// of one submission.
final class TableIntake {
    private static final int BYTES_MAX = 16 << 20;
    private static final int NAME_CHARACTERS_MAX = 200;

    private final Path table;
    private final Wanted wanted;
    private final Map<String, Portfolio> portfolios = new LinkedHashMap<>();
    private final List<Finding> others = new ArrayList<>();

    private TableIntake(Path table, Wanted wanted) {
        this.table = table;
        this.wanted = wanted;
    }

    static boolean isTable(Path path) {
        return path.toString().toLowerCase(Locale.ROOT).matches("(?s).*\\.(csv|tsv|jsonl|ndjson)");
    }

    static Intake read(Path table, Wanted wanted) {
        return new TableIntake(table, wanted).intake();
    }

    private Intake intake() {
        var text = text();
        var rows = new ArrayList<TableRow>();
        if (table.toString().toLowerCase(Locale.ROOT).matches("(?s).*\\.(csv|tsv)")) {
            rows.addAll(TableRow.ofCsv(table, text, others));
        } else {
            rows.addAll(TableRow.ofJson(table, text, others));
        }
        if (rows.isEmpty() && others.isEmpty()) {
            throw new TableException(TableException.Reason.EMPTY, table.toString(), "");
        }
        var folder = Optional.ofNullable(table.toAbsolutePath().getParent()).orElse(table);
        var upload = Uploads.read(folder, rows.stream().map(TableRow::file).distinct().toList());
        var files = upload.files()
                .stream()
                .collect(Collectors.toMap(Upload.File::path, one -> one, (one, _) -> one));
        var leftOut = upload.leftOut()
                .stream()
                .collect(Collectors.toMap(Upload.LeftOut::path, one -> one, (one, _) -> one));
        rows.forEach(row -> add(row, files, leftOut));
        return new Intake(Layout.TABLE, portfolios.values().stream().map(Portfolio::applicant).toList(),
                others);
    }

    private void add(TableRow row, Map<String, Upload.File> files, Map<String, Upload.LeftOut> leftOut) {
        if (row.applicant().isBlank() || row.applicant().length() > NAME_CHARACTERS_MAX) {
            others.add(Finding.of(row.place(), Reason.BAD_ROW, "applicant"));
            return;
        }
        var portfolio = portfolios.computeIfAbsent(row.applicant(),
                id -> new Portfolio(id, row.name().orElse(id), wanted, Optional.empty()));
        var file = Optional.ofNullable(files.get(row.file().replace('\\', '/')));
        if (file.isEmpty()) {
            portfolio.note(Optional.ofNullable(leftOut.get(row.file()))
                    .map(Finding::of)
                    .orElseGet(() -> Finding.of(row.file(), Reason.ENTRY, Upload.Reason.MISSING.name())));
            return;
        }
        var piece = Piece.of(file.get());
        if (row.exercise().isEmpty()) {
            portfolio.add(piece);
        } else if (row.exercise().get().matches("(?i)answers|答案")) {
            portfolio.add(piece.named("answers.yaml"));
        } else {
            add(portfolio, piece, row.exercise().get());
        }
    }

    private void add(Portfolio portfolio, Piece piece, String exercise) {
        var named = wanted.named(exercise);
        if (named.isEmpty()) {
            portfolio.note(wanted.near(exercise)
                    .map(near -> piece.finding(Reason.UNKNOWN_EXERCISE_NEAR, exercise, near))
                    .orElseGet(() -> piece.finding(Reason.UNKNOWN_EXERCISE, exercise)));
        } else if (!wanted.asks(named.get())) {
            portfolio.note(piece.finding(Reason.NOT_ASKED, named.get()));
        } else {
            portfolio.add(piece, named.get());
        }
    }

    private String text() {
        byte[] bytes;
        try (var in = Files.newInputStream(table)) {
            bytes = in.readNBytes(BYTES_MAX + 1);
        } catch (IOException e) {
            throw new TableException(TableException.Reason.UNREADABLE, table.toString(), "");
        }
        if (bytes.length > BYTES_MAX) {
            throw new TableException(TableException.Reason.TOO_LARGE, table.toString(),
                    (BYTES_MAX >> 20) + " MiB");
        }
        var text = decoded(bytes, StandardCharsets.UTF_8)
                .orElseThrow(() -> new TableException(encoding(bytes), table.toString(), ""));
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static TableException.Reason encoding(byte[] bytes) {
        int mark = bytes.length < 2 ? 0 : ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
        if (mark == 0xFFFE || mark == 0xFEFF) {
            return TableException.Reason.UTF_16;
        }
        return decoded(bytes, Charset.forName("GB18030")).isPresent() ? TableException.Reason.GBK
                : TableException.Reason.NOT_UTF8;
    }

    private static Optional<String> decoded(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}

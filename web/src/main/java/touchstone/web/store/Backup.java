package touchstone.web.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// All data in one ZIP file: a file of JSON lines for each table. It can be restored on either database, so it also
/// carries a team from the embedded one to PostgreSQL. Sessions are left out, and so are the queue's tasks, which
/// every start makes anew for whatever has no verdict.
public final class Backup {
    /// Those that others refer to come first.
    private static final List<String> TABLES = List.of("account", "interview", "candidate", "pause", "draft",
            "submission", "judging", "review", "overruling", "note", "audit", "certificate");
    /// The others are named by what they belong to.
    private static final List<String> NUMBERED = List.of("account", "interview", "candidate", "pause",
            "submission", "review", "overruling", "note", "audit");
    private static final String HEAD = "touchstone.json";
    private static final int FORMAT = 1;
    private static final int ROWS_AT_ONCE = 500;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Jdbi jdbi;

    Backup(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// The file is none of ours, or this database has data already.
    public static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;

        /// A key of the sentence that says so.
        public RefusedException(String key) {
            super(key);
        }
    }

    /// Writes everything as it is at one moment; the server may go on meanwhile.
    ///
    /// @return how many rows were written
    public long write(OutputStream out, Instant at) throws IOException {
        try (var zip = new ZipOutputStream(out)) {
            entry(zip, HEAD, JSON.createObjectNode().put("format", FORMAT).put("at", at.toString()));
            return jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> {
                long rows = 0;
                for (var table : TABLES) {
                    zip.putNextEntry(new ZipEntry(table + ".jsonl"));
                    rows += write(handle, table, zip);
                    zip.closeEntry();
                }
                return rows;
            });
        }
    }

    private static void entry(ZipOutputStream zip, String name, ObjectNode content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(JSON.writeValueAsBytes(content));
        zip.closeEntry();
    }

    private static long write(Handle handle, String table, OutputStream out) {
        try (var rows = handle.createQuery("select * from " + table).map((row, _) -> json(row)).stream()) {
            return rows.peek(row -> line(out, row)).count();
        }
    }

    private static void line(OutputStream out, ObjectNode row) {
        try {
            out.write(JSON.writeValueAsBytes(row));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode json(ResultSet row) throws SQLException {
        var node = JSON.createObjectNode();
        var columns = row.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            var name = columns.getColumnLabel(i).toLowerCase(Locale.ROOT);
            var value = row.getObject(i);
            switch (columns.getColumnType(i)) {
                case Types.BIGINT, Types.INTEGER, Types.SMALLINT ->
                    node.put(name, value == null ? null : (Long) row.getLong(i));
                case Types.BOOLEAN, Types.BIT ->
                    node.put(name, value == null ? null : (Boolean) row.getBoolean(i));
                case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> node.put(name,
                        value == null ? null : row.getObject(i, OffsetDateTime.class).toInstant().toString());
                default -> node.put(name, row.getString(i));
            }
        }
        return node;
    }

    /// Reads a backup into a database without data.
    ///
    /// @return how many rows were read
    /// @throws RefusedException when nothing was changed
    public long read(InputStream in) throws IOException, RefusedException {
        if (jdbi.<Long, RuntimeException>withHandle(
                handle -> handle.createQuery("select count(*) from account").mapTo(Long.class).one()) > 0) {
            throw new RefusedException("restore.notEmpty");
        }
        try (var zip = new ZipInputStream(in)) {
            var head = zip.getNextEntry();
            if (head == null
                    || !head.getName().equals(HEAD)
                    || JSON.readTree(zip.readAllBytes()).path("format").asInt(0) != FORMAT) {
                throw new RefusedException("restore.notOurs");
            }
            return restored(zip);
        }
    }

    private long restored(ZipInputStream zip) throws IOException, RefusedException {
        try (var handle = jdbi.open()) {
            handle.begin();
            // closing without a commit rolls back
            long rows = rows(handle, zip);
            handle.commit();
            return rows;
        }
    }

    private static long rows(Handle handle, ZipInputStream zip) throws IOException, RefusedException {
        long rows = 0;
        for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            var table = entry.getName().replace(".jsonl", "");
            if (!TABLES.contains(table)) {
                throw new RefusedException("restore.notOurs");
            }
            rows += insert(handle, table,
                    new BufferedReader(new InputStreamReader(zip, StandardCharsets.UTF_8)));
        }
        for (var table : NUMBERED) {
            long next = 1
                    + handle.createQuery("select coalesce(max(id), 0) from " + table).mapTo(Long.class).one();
            handle.execute("alter table " + table + " alter column id restart with " + next);
        }
        return rows;
    }

    private static long insert(Handle handle, String table, BufferedReader lines) throws IOException {
        long rows = 0;
        var some = new ArrayList<JsonNode>();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            some.add(JSON.readTree(line));
            rows++;
            if (some.size() == ROWS_AT_ONCE) {
                insert(handle, table, some);
                some.clear();
            }
        }
        insert(handle, table, some);
        return rows;
    }

    private static void insert(Handle handle, String table, List<JsonNode> rows) {
        if (rows.isEmpty()) {
            return;
        }
        var columns = rows.getFirst()
                .propertyNames()
                .stream()
                .filter(name -> name.matches("[a-z_]+"))
                .toList();
        var sql = "insert into " + table + " (" + String.join(", ", columns) + ") values ("
                + columns.stream().map(name -> ":" + name).collect(Collectors.joining(", ")) + ")";
        var batch = handle.prepareBatch(sql);
        for (var row : rows) {
            columns.forEach(column -> batch.bind(column, value(column, row.get(column))));
            batch.add();
        }
        batch.execute();
    }

    private static @Nullable Object value(String column, JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        if (column.equals("at") || column.endsWith("_at")) {
            return Instant.parse(value.asString()).atOffset(ZoneOffset.UTC);
        }
        if (value.isNumber()) {
            return value.asLong();
        }
        return value.isBoolean() ? (Object) value.asBoolean() : value.asString();
    }
}

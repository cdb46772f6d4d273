package touchstone.judge.batch;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import touchstone.judge.interview.Standing;
import touchstone.judge.question.Key;
import touchstone.judge.report.JudgingRecord;

/// A batch as it lies in its folder. Of the results only what scores are made of is in memory; judgings are read again
/// from the file when they are asked for.
public final class KeptBatch {
    static final String MANIFEST = "batch.json";
    static final String RESULTS = "results.jsonl";

    private final Path folder;
    private final Manifest manifest;
    private final Map<String, Kept> results = new HashMap<>();
    private final Set<String> lines = new HashSet<>();
    /// Of a question they are the same for everybody.
    private final Map<List<Key.KeyPoint>, List<Key.KeyPoint>> keyPoints = new HashMap<>();
    private int damaged;

    private KeptBatch(Path folder, Manifest manifest) {
        this.folder = folder;
        this.manifest = manifest;
    }

    /// A result without what only details need.
    ///
    /// @param standing without what was answered
    /// @param offset of its line
    private record Kept(Standing standing, Instant at, long offset, boolean judged) {}

    /// Reads what is there, also while somebody writes to it.
    ///
    /// @throws BatchException when it is no batch
    public static KeptBatch read(Path folder) {
        Manifest manifest;
        try {
            manifest = Manifest.parse(Files.readString(folder.resolve(MANIFEST)));
        } catch (IOException | IllegalArgumentException e) {
            throw new BatchException(BatchException.Reason.NO_BATCH, folder, "", e);
        }
        var batch = new KeptBatch(folder, manifest);
        batch.readResults();
        return batch;
    }

    public Path folder() {
        return folder;
    }

    public Manifest manifest() {
        return manifest;
    }

    /// Lines that could not be read, and whose work is done again when the batch is resumed.
    public int damaged() {
        return damaged;
    }

    /// What is known of an item of an applicant.
    ///
    /// @return nothing where nothing is known yet
    public Optional<Standing> standing(String key) {
        return Optional.ofNullable(results.get(key)).map(Kept::standing);
    }

    public Optional<Instant> gradedAt(String key) {
        return Optional.ofNullable(results.get(key)).map(Kept::at);
    }

    /// Everything about the judging of an exercise, read from the file.
    public Optional<JudgingRecord> judging(String key) {
        return result(key).flatMap(Result::judging);
    }

    Optional<Result> result(String key) {
        var kept = results.get(key);
        if (kept == null || !kept.judged) {
            return Optional.empty();
        }
        try (var file = new RandomAccessFile(folder.resolve(RESULTS).toFile(), "r")) {
            file.seek(kept.offset);
            var line = new ByteArrayOutputStream();
            var block = new byte[1 << 13];
            for (int read = file.read(block); read >= 0; read = file.read(block)) {
                int end = indexOfEnd(block, read);
                line.write(block, 0, end);
                if (end < read) {
                    break;
                }
            }
            return Optional.of(Result.parse(line.toString(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be read", e);
        }
    }

    private static int indexOfEnd(byte[] block, int length) {
        for (int i = 0; i < length; i++) {
            if (block[i] == '\n') {
                return i;
            }
        }
        return length;
    }

    /// Whether this work need not be done again.
    boolean knows(String key) {
        return results.containsKey(key) && !(results.get(key).standing instanceof Standing.JudgeError);
    }

    boolean hasLine(String applicant, String item, String key) {
        return lines.contains(line(applicant, item, key));
    }

    private static String line(String applicant, String item, String key) {
        return applicant + "\n" + item + "\n" + key;
    }

    private void readResults() {
        var file = folder.resolve(RESULTS);
        if (!Files.exists(file)) {
            return;
        }
        try (var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            long offset = 0;
            for (var line = nextLine(in); line != null; line = nextLine(in)) {
                take(line, offset);
                offset += line.length + 1;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be read", e);
        }
    }

    /// A line that has its end; what has none was torn.
    private static byte @Nullable [] nextLine(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n') {
                return line.toByteArray();
            }
            line.write(next);
        }
        return null;
    }

    private void take(byte[] line, long offset) {
        try {
            var result = Result.parse(new String(line, StandardCharsets.UTF_8));
            if (!result.ours() || !knows(result.key())) {
                results.put(result.key(),
                        new Kept(slim(result.standing()), result.at(), offset, result.judging().isPresent()));
            }
            if (!result.ours()) {
                lines.add(line(result.applicant(), result.item(), result.key()));
            }
        } catch (IllegalArgumentException e) {
            damaged++;
        }
    }

    private Standing slim(Standing standing) {
        return switch (standing) {
            case Standing.Unreadable(var hint, _) -> new Standing.Unreadable(hint, "");
            case Standing.WaitingForReview(_, var points) ->
                new Standing.WaitingForReview("", keyPoints.computeIfAbsent(points, same -> same));
            case Standing.Judged _,Standing.Marked _,Standing.NoAnswer _,Standing.Pending _,Standing.JudgeError _,Standing.Missing _ ->
                standing;
        };
    }
}

package touchstone.judge.submission;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import touchstone.judge.digest.Sha256;
import touchstone.judge.submission.WrongInputException.Reason;
import touchstone.sandbox.Diagnostic;
import touchstone.sandbox.Limits;
import touchstone.sandbox.Limits.SourceLimits;
import touchstone.sandbox.SourceFile;

/// Makes submissions of files and uploads.
public final class Submissions {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Submissions() {}

    /// A file as handed in.
    private record Part(String name, byte[] bytes) {}

    /// Reads a submission from disk, under the usual limits.
    ///
    /// @throws WrongInputException when it cannot be one
    public static Submission read(List<Path> files) {
        return read(files, Limits.defaults().source());
    }

    /// Reads a submission from disk, under the limits of an exercise.
    ///
    /// @throws WrongInputException when it cannot be one
    public static Submission read(List<Path> files, SourceLimits limits) {
        if (files.isEmpty() || files.size() > limits.files()) {
            throw new WrongInputException(Reason.NUMBER_OF_FILES, Integer.toString(files.size()),
                    Integer.toString(limits.files()));
        }
        var parts = new ArrayList<Part>();
        long room = limits.total().bytes();
        for (var file : files) {
            var part = new Part(String.valueOf(file.getFileName()), bytes(file, room, limits));
            room -= part.bytes.length;
            parts.add(part);
        }
        return assemble(parts);
    }

    /// A submission of one file that came some other way.
    ///
    /// @throws WrongInputException when it is empty, too large or binary
    public static Submission of(String name, byte[] bytes) {
        var limits = Limits.defaults().source();
        checkSize(name, bytes.length, limits.total().bytes(), limits);
        checkText(name, bytes);
        return assemble(List.of(new Part(name, bytes.clone())));
    }

    /// A submission of files that came some other way.
    ///
    /// @param files by name, in the order of the submission
    /// @throws WrongInputException when it cannot be one
    public static Submission of(SequencedMap<String, byte[]> files, SourceLimits limits) {
        if (files.isEmpty() || files.size() > limits.files()) {
            throw new WrongInputException(Reason.NUMBER_OF_FILES, Integer.toString(files.size()),
                    Integer.toString(limits.files()));
        }
        var parts = new ArrayList<Part>();
        long room = limits.total().bytes();
        for (var file : files.entrySet()) {
            checkSize(file.getKey(), file.getValue().length, room, limits);
            checkText(file.getKey(), file.getValue());
            room -= file.getValue().length;
            parts.add(new Part(file.getKey(), file.getValue()));
        }
        return assemble(parts);
    }

    private static byte[] bytes(Path file, long room, SourceLimits limits) {
        if (!Files.exists(file)) {
            throw wrong(Reason.MISSING, file);
        }
        if (Files.isDirectory(file)) {
            throw wrong(Reason.DIRECTORY, file);
        }
        if (!Files.isRegularFile(file)) {
            throw wrong(Reason.NO_ORDINARY_FILE, file);
        }
        try (var in = Files.newInputStream(file)) {
            // A file may grow after its size was asked for.
            var bytes = in.readNBytes((int) room + 1);
            checkSize(file.toString(), bytes.length, room, limits);
            checkText(file.toString(), bytes);
            return bytes;
        } catch (IOException e) {
            throw wrong(Reason.UNREADABLE, file);
        }
    }

    private static WrongInputException wrong(Reason reason, Object file) {
        return new WrongInputException(reason, file.toString(), "");
    }

    private static void checkSize(String name, long size, long room, SourceLimits limits) {
        if (size == 0) {
            throw wrong(Reason.EMPTY, name);
        }
        if (size > room) {
            throw new WrongInputException(Reason.TOO_LARGE, name, limits.total().toString());
        }
    }

    private static void checkText(String name, byte[] bytes) {
        for (byte b : bytes) {
            if (b == 0) {
                throw wrong(Reason.BINARY, name);
            }
        }
    }

    private static Submission assemble(List<Part> parts) {
        var files = new ArrayList<SourceFile>();
        var unreadable = new ArrayList<Diagnostic>();
        for (var part : parts) {
            files.add(new SourceFile(part.name, decode(part, unreadable)));
        }
        return new Submission(files, hash(parts), unreadable);
    }

    /// One file hashes like `sha256sum` does, so that candidates can check their receipt.
    private static String hash(List<Part> parts) {
        if (parts.size() == 1) {
            return Sha256.of(parts.getFirst().bytes);
        }
        var hash = new Sha256();
        parts.forEach(part -> hash.text(part.name).block(part.bytes));
        return hash.hex();
    }

    private static String decode(Part part, List<Diagnostic> unreadable) {
        var decoder = StandardCharsets.UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var in = ByteBuffer.wrap(part.bytes);
        var out = CharBuffer.allocate(part.bytes.length);
        var result = decoder.decode(in, out, true);
        var text = out.flip().toString();
        if (result.isError()) {
            unreadable.add(notUtf8(part, text, in.get(in.position())));
        }
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    /// @param before the text up to the first wrong byte
    private static Diagnostic notUtf8(Part part, String before, byte wrong) {
        int lineStart = before.lastIndexOf('\n') + 1;
        long line = 1 + before.chars().filter(c -> c == '\n').count();
        long column = 1L + before.substring(lineStart).replace(String.valueOf(BYTE_ORDER_MARK), "").length();
        return new Diagnostic(Diagnostic.Severity.ERROR, part.name, line, column, before.length(),
                before.length(), "touchstone.source.utf8",
                "not UTF-8: byte 0x%02X; save the file as UTF-8".formatted(wrong));
    }
}

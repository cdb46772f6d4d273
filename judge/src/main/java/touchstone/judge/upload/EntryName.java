package touchstone.judge.upload;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Names of entries, which anybody may have made.
final class EntryName {
    private static final int PART_CHARACTERS_MAX = 255;
    private static final int PARTS_MAX = 16;
    /// `C:` and the like.
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);
    /// Windows opens a device for any of these, whatever its ending.
    private static final Pattern DEVICE = Pattern
            .compile("(?i)(con|prn|aux|nul|conin\\$|conout\\$|(com|lpt)[0-9¹²³])(\\..*)?", Pattern.DOTALL);
    private static final Pattern MADE_BY_PROGRAMS = Pattern
            .compile("(?i)\\..*|__macosx|thumbs\\.db|desktop\\.ini|__pycache__", Pattern.DOTALL);
    /// Windows' own packer writes names in the language of the machine.
    private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));

    private static final String TURNS = "\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\uFEFF";

    private EntryName() {}

    /// The name as text, if it is any.
    static Optional<String> decoded(byte[] name) {
        for (var charset : CHARSETS) {
            try {
                return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(name)).toString());
            } catch (CharacterCodingException _) {
                // the next one
            }
        }
        return Optional.empty();
    }

    /// What programs put beside the files of people: hidden files, the Mac's and Windows' own.
    static boolean isUnseen(String name) {
        return parts(name)
                .anyMatch(part -> MADE_BY_PROGRAMS.matcher(part).matches() && !part.matches("\\.{1,2}"));
    }

    /// The name with `/` between its parts and composed characters; nothing if it leads out of the upload or would be
    /// something else than a file.
    static Optional<String> safe(String name) {
        var plain = Normalizer.normalize(name.replace('\\', '/'), Normalizer.Form.NFC);
        boolean rooted = plain.startsWith("/") || DRIVE.matcher(plain).matches();
        var parts = List.of(plain.split("/", -1));
        return rooted || parts.size() > PARTS_MAX || !parts.stream().allMatch(EntryName::isSafe)
                ? Optional.empty()
                : Optional.of(plain);
    }

    private static boolean isSafe(String part) {
        return !part.isBlank()
                && part.length() <= PART_CHARACTERS_MAX
                && !part.matches("\\.{1,2}")
                && part.codePoints().noneMatch(EntryName::isControl)
                && !DEVICE.matcher(part).matches();
    }

    /// Also what turns the direction of writing, so that a name looks like another, and what is no character at all.
    private static boolean isControl(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                true;
            case Character.FORMAT -> TURNS.indexOf(character) >= 0;
            default -> character == '\uFFFD';
        };
    }

    private static Stream<String> parts(String name) {
        return Stream.of(name.replace('\\', '/').split("/")).map(part -> part.toLowerCase(Locale.ROOT));
    }
}

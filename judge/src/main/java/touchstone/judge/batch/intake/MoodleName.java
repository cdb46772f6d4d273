package touchstone.judge.batch.intake;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What Moodle calls the folder, or the file, of a participant: `Full name_12345_assignsubmission_file_`, followed by the
/// file's own name where the export has no folders.
///
/// @param participant `Full name_12345`
/// @param name of the person
/// @param online whether the text was typed into a form
/// @param file its own name, or empty where this is a folder
record MoodleName(String participant, String name, boolean online, String file) {
    private static final Pattern NAME = Pattern
            .compile("(.+)_(\\d+)_assignsubmission_(file|onlinetext)(?:_(.*))?", Pattern.DOTALL);

    static Optional<MoodleName> of(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var file = matcher.group(4);
        return Optional.of(new MoodleName(matcher.group(1) + "_" + matcher.group(2), matcher.group(1),
                matcher.group(3).equals("onlinetext"), file == null ? "" : file));
    }

    /// The lines of a page that somebody typed code into. Line breaks of the page itself stay: Java does not mind.
    static String plain(byte[] page) {
        var text = new String(page, StandardCharsets.UTF_8)
                .replaceAll("(?is)<(script|style)\\b[^>]*>.*?</\\1\\s*>", "")
                .replaceAll("(?i)<(br|/p|/div|/li|/tr|/pre|/h\\d)\\b[^>]*>", "\n")
                .replaceAll("<[a-zA-Z/!][^<>]*>", "");
        return Pattern.compile("&(#x[0-9a-fA-F]{1,6}|#[0-9]{1,7}|[a-zA-Z]{2,8});")
                .matcher(text)
                .replaceAll(entity -> Matcher.quoteReplacement(character(entity.group(1))))
                .strip();
    }

    private static String character(String entity) {
        if (entity.startsWith("#")) {
            int character = entity.startsWith("#x") ? Integer.parseInt(entity.substring(2), 16)
                    : Integer.parseInt(entity.substring(1));
            return character == 0xA0 ? " "
                    : Character.isValidCodePoint(character) ? Character.toString(character)
                    : "?";
        }
        return switch (entity) {
            case "lt" -> "<";
            case "gt" -> ">";
            case "amp" -> "&";
            case "quot" -> "\"";
            case "apos" -> "'";
            case "nbsp" -> " ";
            default -> "&" + entity + ";";
        };
    }
}

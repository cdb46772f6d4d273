package touchstone.judge.question;

import java.util.Optional;
import java.util.regex.Pattern;
import touchstone.judge.text.Text;
import touchstone.judge.yaml.Fields;

/// Texts in both languages that are really in their languages.
final class Bilingual {
    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{N}]");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    private Bilingual() {}

    /// A text that may be nothing but a formula or a name, and is then the same in both.
    static Text of(Fields fields, String key) {
        var text = fields.text(key);
        check(fields, fields.line(key), key, text);
        return text;
    }

    static Optional<Text> optional(Fields fields, String key) {
        return fields.has(key) ? Optional.of(of(fields, key)) : Optional.empty();
    }

    /// The text that the mapping itself holds beside other keys.
    static Text within(Fields fields, String what) {
        var text = fields.text();
        check(fields, fields.line(), what, text);
        return text;
    }

    /// A text that people read as a sentence.
    static Text sentence(Fields fields, String key) {
        var text = of(fields, key);
        if (!text.zh().isBlank() && !HAN.matcher(text.zh()).find()) {
            fields.problem(fields.line(key),
                    "the Chinese text of '" + key + "' holds no Chinese; translate it");
        }
        return text;
    }

    private static void check(Fields fields, int line, String what, Text text) {
        if (!text.zh().isBlank() && !WORDS.matcher(text.zh()).find()) {
            fields.problem(line, "the Chinese text of '" + what + "' says nothing; write it");
        }
        if (!text.en().isBlank() && !WORDS.matcher(text.en()).find()) {
            fields.problem(line, "the English text of '" + what + "' says nothing; write it");
        }
        if (HAN.matcher(text.en()).find()) {
            fields.problem(line, "the English text of '" + what + "' holds Chinese; translate it");
        }
    }
}

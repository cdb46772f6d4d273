package touchstone.judge.interview;

import java.util.List;

/// Something that a reader of the report has to know, told in their language by the reports' words.
///
/// @param key below `interview.note.` in the reports' bundle
/// @param arguments numbers, texts of either kind, dimensions of the rubric, or lists of such
public record Note(String key, List<Object> arguments) {
    public Note {
        arguments = List.copyOf(arguments);
    }

    public static Note of(String key, Object... arguments) {
        return new Note(key, List.of(arguments));
    }
}

package touchstone.judge.question;

import java.util.List;
import java.util.Map;

/// What only the proof of a question needs to know about how it was written.
///
/// @param line at which the question begins
/// @param lines of its parts: `prompt`, `prompt.zh`, `covers`, `key.value`, `wrong.0`
/// @param promptMayShow values of the key that its prompt has to name, so that they give nothing away
public record Source(int line, Map<String, Integer> lines, List<String> promptMayShow) {
    public Source {
        lines = Map.copyOf(lines);
        promptMayShow = List.copyOf(promptMayShow);
    }

    /// Line of a part, else of the whole.
    public int line(String part) {
        return lines.getOrDefault(part, line);
    }
}

package touchstone.judge.interview;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import touchstone.judge.text.Text;

/// A plan of an interview as read from its file.
///
/// @param id the file's name: `phone-screen`
/// @param minutes of the whole interview, with room to breathe
/// @param weights of the dimensions, unless an interview sets others
public record Blueprint(
        Path file,
        String id,
        Text title,
        Text description,
        int minutes,
        Weights weights,
        List<Part> parts) {
    public Blueprint {
        parts = List.copyOf(parts);
    }

    /// A stretch of the interview.
    ///
    /// @param line at which it begins in the blueprint's file
    /// @param items ids of exercises and questions; none where people talk
    public record Part(int line, Text title, int minutes, List<String> items) {
        public Part {
            items = List.copyOf(items);
        }
    }

    /// Ids of all items, in order.
    public Stream<String> items() {
        return parts.stream().flatMap(part -> part.items().stream());
    }
}

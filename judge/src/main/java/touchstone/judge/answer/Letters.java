package touchstone.judge.answer;

import java.util.List;
import touchstone.judge.text.Hint;

/// What a choice was read as.
sealed interface Letters {
    /// As written, with repetitions.
    ///
    /// @param columns where each was typed
    record Read(List<String> letters, List<Integer> columns) implements Letters {
        public Read {
            letters = List.copyOf(letters);
            columns = List.copyOf(columns);
        }
    }

    record Unread(Hint hint) implements Letters {}
}

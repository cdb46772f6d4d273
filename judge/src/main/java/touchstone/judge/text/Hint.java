package touchstone.judge.text;

import java.util.List;

/// Why an answer cannot be read and what to write instead, for whoever wrote it; told in their language by
/// the words of a bundle.
///
/// @param column where in the answer, from 1; 0 if it concerns the whole
/// @param key of the sentence in the bundle
/// @param arguments of the sentence: integers, and whatever else as text
public record Hint(int column, String key, List<Object> arguments) {
    public Hint {
        arguments = arguments.stream()
                .<Object>map(argument -> argument instanceof Integer ? argument : argument.toString())
                .toList();
    }

    public static Hint at(int column, String key, Object... arguments) {
        return new Hint(column, key, List.of(arguments));
    }
}

package touchstone.judge.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import touchstone.judge.exercise.Exercise;
import touchstone.judge.report.Hints;
import touchstone.judge.report.Style;
import touchstone.judge.text.Hint;
import touchstone.judge.text.Words;

/// What the commands share, those of other modules included.
///
/// @param words of the command line itself
/// @param reportWords of reports, in the same language
public record Context(
        Console console,
        Workshop workshop,
        InstantSource clock,
        Words words,
        Words reportWords) {
    /// In the user's language.
    String hint(Hint hint) {
        return Hints.say(hint, words.language());
    }

    /// The words of another bundle, in the same language.
    public Words words(String bundle) {
        return Words.of(bundle, words.language());
    }

    UsageException wrongUse(String key, Object... arguments) {
        return new UsageException(words.say(key, arguments));
    }

    public Style style(CommonOptions options) {
        return console.style(options.colour());
    }

    /// The shipped exercises and questions, and those of `--exercises`.
    ///
    /// @throws UsageException when one is no folder
    public List<Path> folders(CommonOptions options) {
        return Library.folders(this, options);
    }

    Library library(CommonOptions options) {
        return Library.of(this, options);
    }

    /// Progress for people who wait; silent when nobody does.
    ProgressLine progress() {
        return new ProgressLine(console, words);
    }

    /// A result, on standard output.
    public void print(String text) {
        console.out().print(text.endsWith("\n") ? text : text + "\n");
    }

    List<String> titles(List<Exercise> exercises) {
        return exercises.stream().map(exercise -> exercise.title().in(words.language())).toList();
    }
}

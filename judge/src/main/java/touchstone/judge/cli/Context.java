package touchstone.judge.cli;

import java.util.List;
import touchstone.judge.exercise.Exercise;
import touchstone.judge.report.Style;
import touchstone.judge.report.Words;

/// What the commands share.
///
/// @param words of the command line itself
/// @param reportWords of reports, in the same language
record Context(Console console, Workshop workshop, Words words, Words reportWords) {
    UsageException wrongUse(String key, Object... arguments) {
        return new UsageException(words.say(key, arguments));
    }

    Style style(CommonOptions options) {
        return console.style(options.colour());
    }

    Library library(CommonOptions options) {
        return Library.of(this, options);
    }

    /// Progress for people who wait; silent when nobody does.
    ProgressLine progress() {
        return new ProgressLine(console, words);
    }

    void print(String text) {
        console.out().print(text.endsWith("\n") ? text : text + "\n");
    }

    List<String> titles(List<Exercise> exercises) {
        return exercises.stream().map(exercise -> exercise.title().in(words.language())).toList();
    }
}

package touchstone.web.library;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import touchstone.judge.yaml.Problem;

/// What was read from those folders that can be read at all.
///
/// @param problems of the other folders
record Loaded<T>(T value, List<Problem> problems) {
    Loaded {
        problems = List.copyOf(problems);
    }

    /// One folder that cannot be read would stop all others, and readers do not say which it was: so each is tried
    /// alone when that happens.
    static <T> Loaded<T> from(List<Path> folders, Function<List<Path>, T> reader) {
        try {
            return new Loaded<>(reader.apply(folders), List.of());
        } catch (UncheckedIOException e) {
            var good = new ArrayList<Path>();
            var problems = new ArrayList<Problem>();
            for (var folder : folders) {
                try {
                    var _ = reader.apply(List.of(folder));
                    good.add(folder);
                } catch (UncheckedIOException bad) {
                    problems.add(new Problem(folder, 0,
                            "this folder cannot be read and is left out: " + bad.getCause()));
                }
            }
            return new Loaded<>(reader.apply(good), problems);
        }
    }
}

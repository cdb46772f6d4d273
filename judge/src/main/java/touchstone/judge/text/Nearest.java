package touchstone.judge.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;

/// What somebody who mistyped a name probably meant.
public final class Nearest {
    private Nearest() {}

    /// The candidate with the smallest edit distance, if it is near enough to be
    /// worth a hint.
    public static <T> Optional<T> to(String name, Collection<T> candidates, Function<T, String> nameOf) {
        return candidates.stream()
                .min(Comparator.comparingInt(candidate -> distance(name, nameOf.apply(candidate))))
                .filter(best -> distance(name, nameOf.apply(best)) <= Math.max(1, name.length() / 2));
    }

    /// Insertions, deletions and replacements that turn one text into the other.
    static int distance(String from, String to) {
        var row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}

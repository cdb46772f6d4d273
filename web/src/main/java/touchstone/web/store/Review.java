package touchstone.web.store;

import java.time.Instant;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// A person's marks on an answer in words.
///
/// @param ticked numbers of the key points that the answer makes, in order: `1,3`
public record Review(
        long id,
        long submissionId,
        String ticked,
        String comment,
        long accountId,
        Instant reviewedAt) {
    /// As they are kept in [#ticked].
    public static String ticked(Collection<Integer> numbers) {
        return new TreeSet<>(numbers).stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /// The numbers in [#ticked].
    public SortedSet<Integer> numbers() {
        var numbers = new TreeSet<Integer>();
        for (var number : ticked.split(",", -1)) {
            if (!number.isBlank()) {
                numbers.add(Integer.valueOf(number.strip()));
            }
        }
        return numbers;
    }
}

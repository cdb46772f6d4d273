package touchstone.web.grading;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import touchstone.web.store.Account;
import touchstone.web.store.Drafts;
import touchstone.web.store.Overruling;
import touchstone.web.store.Review;
import touchstone.web.store.Store;
import touchstone.web.store.SubmissionOutline;

/// All rows about candidates' items, read with as many queries for one candidate as for hundreds.
final class RowsOfCandidates {
    private record Key(long candidate, String item) {}

    private final Map<Key, List<Attempt>> attempts;
    private final Map<Key, List<Signed<Review>>> reviews;
    private final Map<Key, List<Signed<Overruling>>> overrulings;
    private final Map<Key, Drafts.Mark> drafts;

    private RowsOfCandidates(
            Map<Long, String> names,
            List<SubmissionOutline> submissions,
            List<Review> reviews,
            List<Overruling> overrulings,
            List<Drafts.Mark> drafts) {
        var submissionKeys = new HashMap<Long, Key>();
        submissions.forEach(one -> submissionKeys.put(one.id(), new Key(one.candidateId(), one.item())));
        this.attempts = grouped(submissions, one -> new Key(one.candidateId(), one.item()), Attempt::of);
        this.reviews = grouped(
                reviews.stream().filter(one -> submissionKeys.containsKey(one.submissionId())).toList(),
                one -> Objects.requireNonNull(submissionKeys.get(one.submissionId())),
                signed(names, Review::accountId));
        this.overrulings = grouped(overrulings, one -> new Key(one.candidateId(), one.item()),
                signed(names, Overruling::accountId));
        this.drafts = drafts.stream()
                .collect(toMap(one -> new Key(one.candidateId(), one.item()), identity()));
    }

    static RowsOfCandidates ofInterview(Store store, long interview) {
        return new RowsOfCandidates(names(store), store.submissions().outlinesOfInterview(interview),
                store.reviews().ofInterview(interview), store.overrulings().ofInterview(interview),
                store.drafts().marksOfInterview(interview));
    }

    static RowsOfCandidates ofCandidate(Store store, long candidate) {
        return new RowsOfCandidates(names(store), store.submissions().outlinesOfCandidate(candidate),
                store.reviews().ofCandidate(candidate), store.overrulings().ofCandidate(candidate),
                store.drafts().marksOfCandidate(candidate));
    }

    ItemRows of(long candidate, String item) {
        var key = new Key(candidate, item);
        return new ItemRows(attempts.getOrDefault(key, List.of()), reviews.getOrDefault(key, List.of()),
                overrulings.getOrDefault(key, List.of()),
                Optional.ofNullable(drafts.get(key)).map(Drafts.Mark::savedAt));
    }

    /// Of all accounts: those that were disabled have signed things as well.
    static Map<Long, String> names(Store store) {
        return store.accounts().all().stream().collect(toMap(Account::id, Account::name));
    }

    static <T> Function<T, Signed<T>> signed(Map<Long, String> names, ToLongFunction<T> account) {
        return value -> new Signed<>(value, names.getOrDefault(account.applyAsLong(value), ""));
    }

    private static <R, T> Map<Key, List<T>> grouped(
            Collection<R> rows,
            Function<R, Key> key,
            Function<R, T> value) {
        return rows.stream().collect(groupingBy(key, mapping(value, toList())));
    }
}

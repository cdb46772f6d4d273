package touchstone.web.grading;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import touchstone.judge.interview.Entry;
import touchstone.judge.interview.Standing;
import touchstone.judge.question.Key;
import touchstone.judge.question.Question;
import touchstone.judge.report.StandingJson;
import touchstone.web.library.InterviewPlan;
import touchstone.web.library.Library;
import touchstone.web.library.ResolvedPlan;
import touchstone.web.library.ResolvedPlan.ResolvedItem;
import touchstone.web.store.Interview;
import touchstone.web.store.Reviews.Answer;
import touchstone.web.store.Reviews.Lock;
import touchstone.web.store.Store;

/// Answers in words for people to mark, blind. Only of candidates who have ended, because the last answer counts.
public final class ReviewQueue {
    private final Store store;
    private final Library library;
    private final InstantSource clock;

    public ReviewQueue(Store store, Library library, InstantSource clock) {
        this.store = store;
        this.library = library;
        this.clock = clock;
    }

    /// What somebody wants to review.
    ///
    /// @param interview absent for all
    /// @param question absent for all
    public record Filter(Optional<Long> interview, Optional<String> question) {
        public static final Filter ALL = new Filter(Optional.empty(), Optional.empty());
    }

    /// An interview, and its plan looked up.
    private record Setting(Interview interview, ResolvedPlan plan) {}

    private record Place(long interview, int item, String hash, OpenAnswer answer) {
        static final Comparator<Place> ORDER = Comparator.comparingLong(Place::interview)
                .thenComparingInt(Place::item)
                .thenComparing(Place::hash);
    }

    /// All that wait: by interview and question, so that one person can mark all answers to a question in a row,
    /// and within a question in an order that stays the same and tells nothing.
    public List<OpenAnswer> waiting(Filter filter) {
        return places(store.reviews().waiting(questions())).stream()
                .sorted(Place.ORDER)
                .map(Place::answer)
                .filter(one -> filter.interview().filter(id -> id != one.interviewId()).isEmpty())
                .filter(one -> filter.question().filter(id -> !id.equals(one.question().id())).isEmpty())
                .toList();
    }

    /// The answer of a submission, decided or not; nothing if it does not count or its candidate has not ended.
    public Optional<OpenAnswer> find(long submission) {
        return places(store.reviews().answer(submission, questions()).stream().toList()).stream()
                .map(Place::answer)
                .findFirst();
    }

    private List<String> questions() {
        return library.questions()
                .questions()
                .stream()
                .filter(question -> question.key() instanceof Key.Open)
                .map(Question::id)
                .toList();
    }

    private List<Place> places(Collection<Answer> rows) {
        var settings = new HashMap<Long, Setting>();
        var names = RowsOfCandidates.names(store);
        var locks = store.reviews()
                .locks(clock.instant())
                .stream()
                .collect(toMap(Lock::submissionId, identity()));
        var places = new ArrayList<Place>();
        for (var row : rows) {
            var setting = settings.computeIfAbsent(row.interviewId(), this::setting);
            var lock = Optional.ofNullable(locks.get(row.submissionId()))
                    .map(held -> new Signed<>(held, names.getOrDefault(held.accountId(), "")));
            setting.plan()
                    .find(row.item())
                    .flatMap(item -> place(row, setting.interview(), item, lock))
                    .ifPresent(places::add);
        }
        return places;
    }

    private Setting setting(long id) {
        var interview = store.interviews().find(id).orElseThrow();
        return new Setting(interview, InterviewPlan.read(interview.plan()).resolve(library));
    }

    private Optional<Place> place(
            Answer row,
            Interview interview,
            ResolvedItem item,
            Optional<Signed<Lock>> lock) {
        if (!(item.entry().orElse(null) instanceof Entry.Asked(var question)
                && StandingJson.read(row.standing()) instanceof Standing.WaitingForReview waiting)) {
            return Optional.empty();
        }
        var code = BlindCode.of(interview.seed(), row.candidateId(), row.item());
        return Optional.of(new Place(interview.id(), item.number(), code.hash(),
                new OpenAnswer(row.submissionId(), interview.id(), interview.title(), question, code.text(),
                        waiting.answer(), waiting.points(), row.decided(), lock)));
    }
}

package touchstone.web.grading;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import touchstone.judge.interview.InterviewReport;
import touchstone.judge.interview.InterviewReport.Section;
import touchstone.judge.interview.Note;
import touchstone.judge.interview.Standing;
import touchstone.judge.text.Text;
import touchstone.web.grading.ItemDetails.HandedIn;
import touchstone.web.library.ChosenWeights;
import touchstone.web.library.InterviewPlan;
import touchstone.web.library.Library;
import touchstone.web.library.ResolvedPlan;
import touchstone.web.store.Candidate;
import touchstone.web.store.Interview;
import touchstone.web.store.Judging;
import touchstone.web.store.Store;
import touchstone.web.store.Submission;

/// From the store to scores and reports. Nothing is kept here, so whatever was decided last counts at once.
public final class Gradings {
    private final Store store;
    private final Library library;
    private final InstantSource clock;

    public Gradings(Store store, Library library, InstantSource clock) {
        this.store = store;
        this.library = library;
        this.clock = clock;
    }

    /// How far the candidate is, by item in the order of the interview. Nothing of it is secret from candidates.
    public Map<String, ItemState> progress(Interview interview, Candidate candidate) {
        var rows = RowsOfCandidates.ofCandidate(store, candidate.id());
        var states = new LinkedHashMap<String, ItemState>();
        for (var item : plan(interview).items()) {
            states.put(item.id(), rows.of(candidate.id(), item.id()).state());
        }
        return states;
    }

    /// Everything about one candidate, if there is one of this id.
    public Optional<CandidateReport> report(long candidate) {
        return store.candidates()
                .find(candidate)
                .flatMap(found -> store.interviews()
                        .find(found.interviewId())
                        .map(interview -> report(interview, found)));
    }

    private CandidateReport report(Interview interview, Candidate candidate) {
        var plan = plan(interview);
        var gradings = gradings(plan, candidate, RowsOfCandidates.ofCandidate(store, candidate.id()));
        var submissions = store.submissions()
                .ofCandidate(candidate.id())
                .stream()
                .collect(toMap(Submission::id, identity()));
        var judgings = store.judgings()
                .ofCandidate(candidate.id())
                .stream()
                .collect(toMap(Judging::submissionId, identity()));
        var details = gradings.stream().map(grading -> details(grading, submissions, judgings)).toList();
        var names = RowsOfCandidates.names(store);
        var notes = store.notes()
                .ofCandidate(candidate.id())
                .stream()
                .map(note -> new Signed<>(note, names.getOrDefault(note.accountId(), "")))
                .toList();
        return new CandidateReport(interview, candidate, new Clockwork(store).of(interview, candidate), plan,
                interviewReport(interview, candidate, plan, gradings), details, notes);
    }

    /// All candidates of an interview, in the order in which they were invited. The number of queries does not
    /// depend on theirs.
    public List<CandidateSummary> summary(Interview interview) {
        var plan = plan(interview);
        var weights = ChosenWeights.of(interview, library).weights();
        var rows = RowsOfCandidates.ofInterview(store, interview.id());
        var candidates = store.candidates().ofInterview(interview.id());
        var timings = new Clockwork(store).ofInterview(interview, candidates);
        var now = clock.instant();
        return candidates.stream()
                .map(candidate -> CandidateSummary.of(candidate,
                        Objects.requireNonNull(timings.get(candidate.id())), gradings(plan, candidate, rows),
                        weights, now))
                .toList();
    }

    private ResolvedPlan plan(Interview interview) {
        return InterviewPlan.read(interview.plan()).resolve(library);
    }

    private static List<ItemGrading> gradings(ResolvedPlan plan, Candidate candidate, RowsOfCandidates rows) {
        return plan.items()
                .stream()
                .map(item -> ItemGrading.of(item, candidate, rows.of(candidate.id(), item.id())))
                .toList();
    }

    private InterviewReport interviewReport(
            Interview interview,
            Candidate candidate,
            ResolvedPlan plan,
            List<ItemGrading> gradings) {
        var evidence = gradings.iterator();
        var sections = plan.parts()
                .stream()
                .map(part -> new Section(part.title(), part.minutes(),
                        part.items().stream().map(_ -> evidence.next().evidence()).toList()))
                .toList();
        var chosen = ChosenWeights.of(interview, library);
        return InterviewReport.of(interview.blueprint(), new Text(interview.title(), interview.title()),
                Optional.of(candidate.name()), clock.instant(), interview.seed(), chosen.weights(),
                chosen.from(), sections, remarks(gradings));
    }

    private static List<Note> remarks(List<ItemGrading> gradings) {
        return Stream.of(remark("outdated", gradings, ItemGrading::outdated),
                // where nothing else counts, the report says so itself
                remark("retry", gradings,
                        one -> one.retry() && !(one.evidence().standing() instanceof Standing.JudgeError)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Note> remark(
            String key,
            List<ItemGrading> gradings,
            Predicate<ItemGrading> wanted) {
        var ids = gradings.stream().filter(wanted).map(one -> one.item().id()).toList();
        return ids.isEmpty() ? Optional.empty() : Optional.of(Note.of(key, ids));
    }

    private static ItemDetails details(
            ItemGrading grading,
            Map<Long, Submission> submissions,
            Map<Long, Judging> judgings) {
        var counting = grading.counting().map(attempt -> attempt.submission().id());
        var history = grading.rows()
                .attempts()
                .stream()
                .map(attempt -> handedIn(attempt, submissions, judgings, counting))
                .toList();
        return new ItemDetails(grading.item(), grading.evidence(), grading.state(), history,
                grading.rows().reviews(), grading.rows().overrulings(), grading.outdated(), grading.retry());
    }

    private static HandedIn handedIn(
            Attempt attempt,
            Map<Long, Submission> submissions,
            Map<Long, Judging> judgings,
            Optional<Long> counting) {
        long id = attempt.submission().id();
        return new HandedIn(Objects.requireNonNull(submissions.get(id)),
                Optional.ofNullable(judgings.get(id)), attempt.standing(),
                counting.filter(one -> one == id).isPresent());
    }
}

package touchstone.web.grading;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import touchstone.web.store.Candidate;
import touchstone.web.store.Interview;
import touchstone.web.store.Pause;
import touchstone.web.store.Store;

/// The times of candidates, as the store has them.
public final class Clockwork {
    private final Store store;

    public Clockwork(Store store) {
        this.store = store;
    }

    /// Of one candidate, if there is one of this id.
    public Optional<Timing> of(long candidate) {
        return store.candidates()
                .find(candidate)
                .flatMap(found -> store.interviews()
                        .find(found.interviewId())
                        .map(interview -> of(interview, found)));
    }

    /// The same for whoever has read these already.
    public Timing of(Interview interview, Candidate candidate) {
        return Timing.of(interview, candidate, store.candidates().pauses(candidate.id()));
    }

    /// Of all candidates of the interview, by their ids in the order in which they were invited.
    public Map<Long, Timing> ofInterview(Interview interview) {
        return ofInterview(interview, store.candidates().ofInterview(interview.id()));
    }

    Map<Long, Timing> ofInterview(Interview interview, List<Candidate> candidates) {
        var pauses = byCandidate(store.candidates().pausesOfInterview(interview.id()));
        var timings = new LinkedHashMap<Long, Timing>();
        for (var candidate : candidates) {
            timings.put(candidate.id(),
                    Timing.of(interview, candidate, pauses.getOrDefault(candidate.id(), List.of())));
        }
        return timings;
    }

    /// Whose time is up and who has not been ended yet.
    public List<Candidate> overdue(Instant now) {
        var pauses = byCandidate(store.candidates().pausesOfRunning());
        var interviews = new HashMap<Long, Interview>();
        return store.candidates()
                .running()
                .stream()
                .filter(candidate -> Timing.of(
                        interviews.computeIfAbsent(candidate.interviewId(),
                                id -> store.interviews().find(id).orElseThrow()),
                        candidate, pauses.getOrDefault(candidate.id(), List.of())).overdue(now))
                .toList();
    }

    private static Map<Long, List<Pause>> byCandidate(List<Pause> pauses) {
        return pauses.stream().collect(groupingBy(Pause::candidateId));
    }
}

package touchstone.web.bench;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import touchstone.judge.interview.Plan;
import touchstone.web.library.ChosenWeights;
import touchstone.web.library.InterviewPlan;
import touchstone.web.library.Library;
import touchstone.web.page.Tokens;
import touchstone.web.store.Candidate;
import touchstone.web.store.DatabaseAddress;
import touchstone.web.store.Interview;
import touchstone.web.store.Judging;
import touchstone.web.store.Role;
import touchstone.web.store.Session;
import touchstone.web.store.Store;

/// What is in the store before the server starts, and what is in it after it has ended.
final class Ground {
    private static final String BLUEPRINT = "onsite-whiteboard";

    private final DatabaseAddress address;
    private final Library library;
    private final InstantSource clock;
    private final Tokens tokens;

    Ground(DatabaseAddress address, Library library, InstantSource clock, Tokens tokens) {
        this.address = address;
        this.library = library;
        this.clock = clock;
        this.tokens = tokens;
    }

    /// Who comes.
    ///
    /// @param links secrets of personal links
    /// @param member cookie of somebody of the team
    record Guests(long interview, List<String> links, String member) {
        Guests {
            links = List.copyOf(links);
        }
    }

    /// @param lost receipts without a submission of the same content
    /// @param unjudged submissions without a verdict of the judge
    record Count(int submissions, int lost, int unjudged) {}

    Guests prepare(int candidates) {
        try (var store = Store.open(address)) {
            return store.inTransaction(() -> {
                long owner = owner(store);
                long interview = interview(store, owner);
                var links = new ArrayList<String>();
                for (int i = 1; i <= candidates; i++) {
                    var link = tokens.draw();
                    links.add(link);
                    store.candidates()
                            .invite(interview, "Candidate " + i, Tokens.hash(link), 240, owner,
                                    clock.instant());
                }
                return new Guests(interview, links, session(store, owner));
            });
        }
    }

    private long owner(Store store) {
        return store.accounts()
                .add("bench-" + tokens.draw(), "bench", Role.OWNER, "none", clock.instant())
                .orElseThrow()
                .id();
    }

    private String session(Store store, long owner) {
        var token = tokens.draw();
        var now = clock.instant();
        store.sessions()
                .add(new Session(Tokens.hash(token), Optional.of(owner), Optional.empty(), tokens.draw(), now,
                        now.plusSeconds(86_400)));
        return "touchstone=" + token;
    }

    private long interview(Store store, long owner) {
        var blueprint = library.blueprints().find(BLUEPRINT).orElseThrow();
        var plan = InterviewPlan.of(Plan.of(blueprint, library.stock()));
        return store.interviews()
                .add(new Interview(0, "bench", blueprint.id(), plan.json(), blueprint.minutes(),
                        ChosenWeights.text(blueprint.weights()), "blueprint", 1, false, 90, owner,
                        clock.instant(), Optional.empty()));
    }

    /// Compares what candidates were promised with what was kept.
    ///
    /// @param receipts SHA-256 by id of the submission
    Count count(long interview, Map<Long, String> receipts) {
        try (var store = Store.open(address)) {
            int lost = 0;
            for (var receipt : receipts.entrySet()) {
                boolean kept = store.submissions()
                        .find(receipt.getKey())
                        .filter(found -> found.sha256().equals(receipt.getValue()))
                        .isPresent();
                lost += kept ? 0 : 1;
            }
            int all = 0;
            int unjudged = 0;
            for (var candidate : store.candidates().ofInterview(interview)) {
                var judgings = judgings(store, candidate);
                all += judgings.size();
                unjudged += (int) judgings.stream().filter(one -> one.state() != Judging.State.DONE).count();
            }
            return new Count(all, lost, unjudged);
        }
    }

    private static List<Judging> judgings(Store store, Candidate candidate) {
        return store.judgings().ofCandidate(candidate.id());
    }
}

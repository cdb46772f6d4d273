package touchstone.web.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import touchstone.judge.interview.Plan;
import touchstone.web.library.ChosenWeights;
import touchstone.web.library.InterviewPlan;
import touchstone.web.library.Library;
import touchstone.web.store.Interview;
import touchstone.web.store.Role;
import touchstone.web.store.Store;

/// Writes interviews and invitations into the store as if they had been made in their time.
final class Telling {
    private static final int RETENTION_DAYS = 180;
    /// Fits any day, and the same in every demo.
    private static final long SEED = 20_240_229L;

    private final Store store;
    private final Library library;
    private final Instant now;
    private final Map<Role, Long> accounts;
    private final Map<String, Story.Words> words;
    private final Supplier<String> linkHashes;
    private final Team team;

    Telling(
            Store store,
            Library library,
            Instant now,
            Map<Role, Long> accounts,
            Map<String, Story.Words> words,
            Supplier<String> linkHashes) {
        this.store = store;
        this.library = library;
        this.now = now;
        this.accounts = Map.copyOf(accounts);
        this.words = words;
        this.linkHashes = linkHashes;
        team = new Team(store, now, owner(), Objects.requireNonNull(accounts.get(Role.INTERVIEWER)));
    }

    private long owner() {
        return Objects.requireNonNull(accounts.get(Role.OWNER));
    }

    void tell(Story.Talk talk) {
        var blueprint = library.blueprints().find(talk.blueprint()).orElseThrow();
        var created = now.minus(talk.created());
        long id = store.interviews()
                .add(new Interview(0, talk.title(), blueprint.id(),
                        InterviewPlan.of(Plan.of(blueprint, library.stock())).json(), blueprint.minutes(),
                        ChosenWeights.text(blueprint.weights()), "blueprint", SEED, talk.candidateReport(),
                        RETENTION_DAYS, owner(), created, Optional.empty()));
        team.notes(created, "interview.create", "interview:" + id, blueprint.id());
        var invited = created.plus(Duration.ofMinutes(10));
        for (var person : talk.candidates()) {
            invited = invited.plus(Duration.ofSeconds(20));
            tell(id, person, invited);
        }
        talk.closed().map(now::minus).ifPresent(at -> {
            store.interviews().close(id, Optional.of(at));
            team.notes(at, "interview.close", "interview:" + id, "");
        });
    }

    private void tell(long interview, Story.Person person, Instant invited) {
        long id = store.candidates()
                .invite(interview, person.name(), linkHashes.get(), person.extraMinutes(), owner(), invited);
        var subject = "candidate:" + id;
        team.notes(invited, "candidate.invite", subject,
                person.extraMinutes() == 0 ? "" : Integer.toString(person.extraMinutes()));
        person.opens()
                .ifPresent(link -> store.audit()
                        .add(now, Optional.empty(), Optional.empty(), "demo.link", "demo/" + link.name(),
                                Long.toString(id)));
        if (person.consented()) {
            new Sitting(store, new Contents(library, words), team, id).sit(person, now, invited);
        }
        if (person.revoked()) {
            var at = invited.plus(Duration.ofHours(5));
            store.candidates().revoke(id, Optional.of(at));
            team.notes(at, "candidate.revoke", subject, "");
        }
    }
}

package touchstone.web.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchstone.web.library.Library;
import touchstone.web.store.Account;
import touchstone.web.store.Candidate;
import touchstone.web.store.DatabaseAddress;
import touchstone.web.store.Review;
import touchstone.web.store.Role;
import touchstone.web.store.Store;

class DemoTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Library LIBRARY = Library.open(List.of(Path.of("../exercises")));

    @TempDir
    private Path folder;

    private final AtomicInteger drawn = new AtomicInteger();

    private Store open(String name) {
        return Store.open(new DatabaseAddress.Embedded(folder.resolve(name)));
    }

    private Demo demo(Store store) {
        return new Demo(store, LIBRARY, () -> NOW, new Demo.Secrets(() -> "secret " + drawn.incrementAndGet(),
                password -> "hash of " + password, link -> "hash of " + link));
    }

    @Test
    void every_role_and_every_state_of_a_candidate_is_there() {
        try (var store = open("a")) {
            var keys = demo(store).open().orElseThrow();
            assertThat(keys.passwords().keySet()).containsExactly("owner", "interviewer", "viewer", "author");
            assertThat(store.accounts().all()).extracting(Account::role).containsExactly(Role.values());
            assertThat(store.accounts().byLogin("viewer").orElseThrow().password())
                    .isEqualTo("hash of " + keys.passwords().get("viewer"));
            assertThat(store.interviews().all()).hasSize(3);
            assertThat(candidates(store)).extracting(Candidate::state).contains(Candidate.State.values());
            assertThat(store.candidates()
                    .byToken("hash of " + keys.invited().orElseThrow())
                    .orElseThrow()
                    .state()).isEqualTo(Candidate.State.INVITED);
            assertThat(store.candidates()
                    .byToken("hash of " + keys.running().orElseThrow())
                    .orElseThrow()
                    .state()).isEqualTo(Candidate.State.RUNNING);
        }
    }

    @Test
    void nothing_lies_in_the_future_and_everything_waits_for_the_judge() {
        try (var store = open("a")) {
            demo(store).open();
            var submissions = candidates(store).stream()
                    .flatMap(candidate -> store.submissions().ofCandidate(candidate.id()).stream())
                    .toList();
            assertThat(submissions).hasSizeGreaterThan(100)
                    .allMatch(submission -> submission.submittedAt().isBefore(NOW))
                    .noneMatch(submission -> submission.content().isBlank());
            assertThat(store.judgings().queued()).hasSameSizeAs(submissions);
            assertThat(store.audit().latest(Long.MAX_VALUE, 1000)).isNotEmpty()
                    .noneMatch(entry -> entry.at().isAfter(NOW));
            assertThat(candidates(store).stream()
                    .flatMap(candidate -> store.reviews().ofCandidate(candidate.id()).stream()))
                    .hasSizeGreaterThan(20)
                    .noneMatch(review -> review.reviewedAt().isAfter(NOW))
                    .extracting(Review::accountId)
                    .contains(id(store, Role.OWNER), id(store, Role.INTERVIEWER));
        }
    }

    @Test
    void another_start_goes_on_with_new_passwords() {
        try (var store = open("a")) {
            var first = demo(store).open().orElseThrow();
            long submissions = store.backlog().submissions();
            var second = demo(store).open().orElseThrow();
            assertThat(store.backlog().submissions()).isEqualTo(submissions);
            assertThat(second.passwords()).hasSize(4).doesNotContainValue(first.passwords().get("owner"));
            assertThat(store.candidates().byToken("hash of " + first.invited().orElseThrow())).isEmpty();
            assertThat(store.candidates().byToken("hash of " + second.invited().orElseThrow())).isPresent();
        }
    }

    @Test
    void two_demos_tell_the_same() {
        try (var one = open("a"); var other = open("b")) {
            demo(one).open();
            demo(other).open();
            assertThat(submissions(one)).isEqualTo(submissions(other)).isNotEmpty();
        }
    }

    @Test
    void somebodys_data_are_left_alone() {
        try (var store = open("a")) {
            store.accounts().add("zhang", "zhang", Role.OWNER, "hash", NOW);
            assertThat(demo(store).open()).isEmpty();
            assertThat(store.accounts().all()).hasSize(1);
            assertThat(store.interviews().all()).isEmpty();
        }
    }

    private static List<String> submissions(Store store) {
        return candidates(store).stream()
                .flatMap(candidate -> store.submissions().ofCandidate(candidate.id()).stream())
                .map(one -> one.item() + " " + one.sha256() + " " + one.submittedAt())
                .toList();
    }

    private static List<Candidate> candidates(Store store) {
        return store.interviews()
                .all()
                .stream()
                .flatMap(interview -> store.candidates().ofInterview(interview.id()).stream())
                .toList();
    }

    private static long id(Store store, Role role) {
        return store.accounts()
                .all()
                .stream()
                .filter(account -> account.role() == role)
                .findFirst()
                .orElseThrow()
                .id();
    }
}

package touchstone.web.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchstone.web.store.Drafts.Saving;
import touchstone.web.store.Submission.Origin;
import touchstone.web.testing.Databases;

/// What every database must do.
abstract class StoreContract {
    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

    @TempDir
    private Path folder;

    private final Databases databases;
    @SuppressWarnings("NullAway.Init") // JUnit
    private Store store;

    StoreContract(Databases databases) {
        this.databases = databases;
    }

    @BeforeEach
    void open() {
        store = Store.open(databases.empty(folder));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private long candidate() {
        long account = store.accounts().add("Ada", "Ada", Role.OWNER, "hash", NOW).orElseThrow().id();
        long interview = store.interviews()
                .add(new Interview(0, "t", "phone-screen", "{}", 60, "30,40,20,10", "blueprint", 7, true, 90,
                        account, NOW, Optional.empty()));
        return store.candidates().invite(interview, "c", "hash", 0, account, NOW);
    }

    @Test
    void a_login_is_taken_once_whatever_its_case() {
        assertThat(store.accounts().add("Ada", "a", Role.OWNER, "x", NOW)).isPresent();
        assertThat(store.accounts().add(" ADA", "b", Role.VIEWER, "x", NOW)).isEmpty();
        assertThat(store.accounts().byLogin("aDa")).get().returns("a", Account::name);
    }

    @Test
    void a_draft_is_not_overwritten_by_somebody_who_has_not_seen_it() {
        long candidate = candidate();
        assertThat(store.drafts().save(candidate, "rope", 0, "one", NOW)).isInstanceOf(Saving.Saved.class);
        assertThat(store.drafts().save(candidate, "rope", 1, "two", NOW)).isInstanceOf(Saving.Saved.class);
        var late = store.drafts().save(candidate, "rope", 1, "other tab", NOW);
        assertThat(late).isInstanceOfSatisfying(Saving.Conflict.class,
                conflict -> assertThat(conflict.other()).returns("two", Draft::content)
                        .returns(2, Draft::revision));
        assertThat(store.drafts().save(candidate, "rope", 0, "new tab", NOW))
                .isInstanceOf(Saving.Conflict.class);
    }

    @Test
    void only_the_attempt_that_began_last_writes_the_verdict() {
        long candidate = candidate();
        long id = store.submissions().add(candidate, "rope", "class Solution {}", Origin.CANDIDATE, NOW).id();
        store.judgings().queue(id);
        var outcome = new Judgings.Outcome("v", "{}", Optional.empty());
        assertThat(store.judgings().begin(id, NOW)).contains(1);
        assertThat(store.judgings().begin(id, NOW)).contains(2);
        assertThat(store.judgings().finish(id, 1, outcome, NOW)).isFalse();
        assertThat(store.judgings().finish(id, 2, outcome, NOW)).isTrue();
        assertThat(store.judgings().finish(id, 2, outcome, NOW)).isFalse();
        assertThat(store.judgings().begin(id, NOW)).isEmpty();
    }

    @Test
    void what_fails_in_a_transaction_leaves_nothing() {
        long candidate = candidate();
        try {
            store.inTransaction(() -> {
                store.submissions().add(candidate, "rope", "x", Origin.CANDIDATE, NOW);
                throw new IllegalStateException("on purpose");
            });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("on purpose");
        }
        assertThat(store.submissions().ofCandidate(candidate)).isEmpty();
    }

    @Test
    void a_failure_of_ours_is_written_by_the_same_rule_and_can_be_mended() {
        long id = submission(candidate());
        var failure = new Judgings.Outcome("v", "failed", Optional.empty());
        assertThat(store.judgings().begin(id, NOW)).contains(1);
        assertThat(store.judgings().fail(id, 7, failure, NOW)).isEmpty();
        assertThat(store.judgings().fail(id, 1, failure, NOW)).contains(1);
        assertThat(store.judgings().fail(id, 1, failure, NOW)).isEmpty();
        assertThat(store.judgings().begin(id, NOW)).contains(2);
        assertThat(store.judgings().find(id)).get().returns(Optional.of("failed"), Judging::standing);
        assertThat(store.judgings().fail(id, 2, failure, NOW)).contains(2);
        assertThat(store.judgings().begin(id, NOW)).contains(3);
        var mended = new Judgings.Outcome("v", "mended", Optional.empty());
        assertThat(store.judgings().finish(id, 3, mended, NOW)).isTrue();
        assertThat(store.judgings().find(id)).get()
                .returns(Optional.of("mended"), Judging::standing)
                .returns(Judging.State.DONE, Judging::state);
    }

    @Test
    void what_somebody_waits_for_stands_before_what_was_collected() {
        long candidate = candidate();
        long collected = queued(candidate, Origin.COLLECTED);
        long first = queued(candidate, Origin.CANDIDATE);
        long second = queued(candidate, Origin.CANDIDATE);
        assertThat(store.judgings().queued()).containsExactly(first, second, collected);
        assertThat(store.judgings().ahead(first)).isZero();
        assertThat(store.judgings().ahead(second)).isEqualTo(1);
        assertThat(store.judgings().ahead(collected)).isEqualTo(2);
        store.judgings().begin(first, NOW);
        assertThat(store.judgings().ahead(collected)).isEqualTo(1);
        assertThat(store.judgings().states(List.of(first, collected)))
                .containsOnly(entry(first, Judging.State.RUNNING), entry(collected, Judging.State.QUEUED));
        store.judgings().requeue();
        assertThat(store.judgings().queued()).containsExactly(first, second, collected);
    }

    @Test
    void two_tabs_cannot_take_the_same_number() throws Exception {
        long candidate = candidate();
        try (var tabs = Executors.newFixedThreadPool(4)) {
            var submissions = tabs.invokeAll(Collections.nCopies(20,
                    (Callable<Integer>) () -> store.submissions()
                            .add(candidate, "rope", "x", Origin.CANDIDATE, NOW)
                            .number()));
            for (var submission : submissions) {
                submission.get();
            }
        }
        assertThat(store.submissions().ofItem(candidate, "rope")).extracting(Submission::number)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 20).boxed().toList());
    }

    @Test
    void of_many_first_saves_at_the_same_time_one_is_kept_and_the_others_are_told() throws Exception {
        long candidate = candidate();
        try (var tabs = Executors.newFixedThreadPool(4)) {
            var savings = tabs.invokeAll(Collections.nCopies(20,
                    (Callable<Saving>) () -> store.drafts().save(candidate, "rope", 0, "x", NOW)));
            int saved = 0;
            for (var saving : savings) {
                saved += saving.get() instanceof Saving.Saved ? 1 : 0;
            }
            assertThat(saved).isEqualTo(1);
        }
    }

    @Test
    void a_candidate_ends_once() {
        long candidate = candidate();
        store.candidates().start(candidate, NOW);
        assertThat(store.candidates().end(candidate, Candidate.EndedBy.TIME, NOW)).isTrue();
        assertThat(store.candidates().end(candidate, Candidate.EndedBy.TEAM, NOW)).isFalse();
        assertThat(store.candidates().find(candidate)).get()
                .returns(Optional.of(Candidate.EndedBy.TIME), Candidate::endedBy)
                .returns(Candidate.State.ENDED, Candidate::state);
    }

    @Test
    void a_heartbeat_tells_of_the_one_before() {
        assertThat(store.heartbeat().beat(NOW)).isEmpty();
        assertThat(store.heartbeat().beat(NOW.plusSeconds(5))).contains(NOW);
        assertThat(store.heartbeat().last()).contains(NOW.plusSeconds(5));
    }

    @Test
    void any_text_is_kept_as_it_is() {
        long candidate = candidate();
        var text = "中文，😀\r\n\t'; drop table draft; -- \\ %s ${x} :item <b>\u0001\uFFFD\u200F";
        store.drafts().save(candidate, "rope", 0, text, NOW);
        assertThat(store.drafts().find(candidate, "rope")).get().returns(text, Draft::content);
        long id = store.submissions().add(candidate, "rope", text, Origin.CANDIDATE, NOW).id();
        assertThat(store.submissions().find(id)).get()
                .returns(text, Submission::content)
                .returns(NOW, Submission::submittedAt);
    }

    private long submission(long candidate) {
        return queued(candidate, Origin.CANDIDATE);
    }

    private long queued(long candidate, Origin origin) {
        long id = store.submissions().add(candidate, "rope", "class Solution {}", origin, NOW).id();
        store.judgings().queue(id);
        return id;
    }
}

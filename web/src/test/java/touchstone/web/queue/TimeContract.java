package touchstone.web.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchstone.web.queue.DraftDesk.Answer;
import touchstone.web.store.Candidate;
import touchstone.web.store.Candidate.EndedBy;
import touchstone.web.store.Draft;
import touchstone.web.store.Pause;
import touchstone.web.store.Store;
import touchstone.web.store.Submission;
import touchstone.web.store.Submission.Origin;
import touchstone.web.testing.Databases;
import touchstone.web.testing.SettableClock;

/// What every database must do: candidates' time, what they type, and what we take from them.
@SuppressWarnings("NullAway.Init") // JUnit
abstract class TimeContract {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Instant DEADLINE = Stage.START.plus(HOUR);

    private final Databases databases;
    private final SettableClock clock = new SettableClock(Stage.START);
    @TempDir
    private Path folder;
    private Store store;
    private Stage stage;

    TimeContract(Databases databases) {
        this.databases = databases;
    }

    @BeforeEach
    void open() {
        store = Store.open(databases.empty(folder));
        start();
    }

    private void start() {
        stage = new Stage(store, clock, new FakeJudge("fake"), 2);
        stage.backstage.takeUp();
    }

    @AfterEach
    void close() {
        stage.close();
        store.close();
    }

    @Test
    void at_the_end_of_time_what_was_typed_last_is_handed_in_and_judged() throws Exception {
        long candidate = stage.started();
        stage.type(candidate, "same", "handed in");
        stage.backstage.desk().submit(candidate, "same", 1, "handed in");
        stage.type(candidate, "changed", "old");
        stage.backstage.desk().submit(candidate, "changed", 1, "old");
        stage.type(candidate, "changed", "new");
        stage.type(candidate, "never", "typed");
        stage.type(candidate, "blank", " \n");
        stage.pass(clock, HOUR);
        stage.type(candidate, Items.CODE, "in the last moment");
        stage.pass(clock, Endings.GRACE.plusMillis(1));
        stage.untilEnded(candidate);
        assertThat(candidate(candidate)).returns(Optional.of(EndedBy.TIME), Candidate::endedBy)
                .returns(Optional.of(DEADLINE), Candidate::endedAt);
        assertThat(store.submissions().ofCandidate(candidate))
                .extracting(Submission::item, Submission::content, Submission::origin)
                .containsExactlyInAnyOrder(tuple("same", "handed in", Origin.CANDIDATE),
                        tuple("changed", "old", Origin.CANDIDATE), tuple("changed", "new", Origin.COLLECTED),
                        tuple("never", "typed", Origin.COLLECTED),
                        tuple(Items.CODE, "in the last moment", Origin.COLLECTED));
        for (var submission : store.submissions().ofCandidate(candidate)) {
            stage.untilDone(submission.id());
        }
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }

    @Test
    void time_that_was_added_is_waited_for() throws Exception {
        long candidate = stage.started();
        store.candidates().changeExtraMinutes(candidate, 10);
        stage.pass(clock, HOUR.plus(Endings.GRACE));
        Stage.eventually(() -> taskAt(candidate).equals(DEADLINE.plusSeconds(600).plus(Endings.GRACE)));
        stage.type(candidate, Items.CODE, "there is time");
        stage.pass(clock, Duration.ofMinutes(10).plusSeconds(1));
        stage.untilEnded(candidate);
        assertThat(candidate(candidate).endedAt()).contains(DEADLINE.plusSeconds(600));
    }

    @Test
    void time_that_was_taken_away_again_is_noticed() throws Exception {
        long candidate = stage.invited();
        store.candidates().changeExtraMinutes(candidate, 30);
        stage.backstage.endings().start(candidate);
        store.candidates().changeExtraMinutes(candidate, 0);
        stage.backstage.endings().moved(candidate);
        stage.pass(clock, HOUR.plus(Endings.GRACE));
        stage.untilEnded(candidate);
    }

    @Test
    void a_task_that_is_lost_or_out_of_date_is_made_again() {
        long candidate = stage.started();
        store.jdbi().useHandle(handle -> handle.execute("delete from scheduled_ending"));
        stage.backstage.reconcile();
        assertThat(taskAt(candidate)).isEqualTo(DEADLINE.plus(Endings.GRACE));
        store.candidates().changeExtraMinutes(candidate, 10);
        stage.backstage.reconcile();
        assertThat(taskAt(candidate)).isEqualTo(DEADLINE.plusSeconds(600).plus(Endings.GRACE));
    }

    @Test
    void only_one_of_many_ends_a_candidate_and_collects() throws Exception {
        long candidate = stage.started();
        stage.type(candidate, Items.CODE, "typed");
        var ends = atOnce(
                Collections.nCopies(8, () -> stage.backstage.endings().end(candidate, EndedBy.CANDIDATE)));
        assertThat(ends).containsOnlyOnce(true);
        assertThat(store.submissions().ofCandidate(candidate)).singleElement()
                .returns(Origin.COLLECTED, Submission::origin);
    }

    @Test
    void nobody_saves_after_the_end_and_nothing_that_was_saved_before_is_lost() throws Exception {
        long candidate = stage.started();
        var work = new ArrayList<Callable<Boolean>>();
        for (int i = 1; i <= 4; i++) {
            var item = "item" + i;
            work.add(() -> saveUntilClosed(candidate, item));
        }
        work.add(() -> {
            Stage.eventually(() -> store.drafts().ofCandidate(candidate).size() == 4);
            return stage.backstage.endings().end(candidate, EndedBy.TEAM);
        });
        assertThat(atOnce(work)).containsOnly(true);
        assertThat(store.drafts().ofCandidate(candidate)).hasSize(4)
                .allSatisfy(draft -> assertThat(store.submissions().ofItem(candidate, draft.item()))
                        .singleElement()
                        .returns(draft.content(), Submission::content));
        assertThat(stage.backstage.desk().submit(candidate, "item1", 0, "late"))
                .isEqualTo(new Answer.Closed());
    }

    private boolean saveUntilClosed(long candidate, String item) {
        int revision = 0;
        while (stage.backstage.desk()
                .save(candidate, item, revision,
                        "revision " + (revision + 1)) instanceof Answer.Saved(var draft)) {
            revision = draft.revision();
        }
        return store.drafts().find(candidate, item).map(Draft::revision).orElse(0) == revision;
    }

    @Test
    void before_the_start_and_after_the_grace_the_desk_is_closed() {
        long candidate = stage.invited();
        assertThat(stage.backstage.desk().save(candidate, Items.CODE, 0, "x")).isEqualTo(new Answer.Closed());
        assertThat(stage.backstage.endings().end(candidate, EndedBy.TEAM)).isFalse();
        stage.backstage.endings().start(candidate);
        assertThat(stage.backstage.endings().start(candidate)).isTrue();
        stage.backstage.endings().stop(); // nobody notices the end, nor that the clock was moved
        clock.move(HOUR.plus(Endings.GRACE));
        assertThat(stage.backstage.desk().save(candidate, Items.CODE, 0, "x"))
                .isInstanceOf(Answer.Saved.class);
        clock.move(Duration.ofMillis(1));
        assertThat(stage.backstage.desk().save(candidate, Items.CODE, 1, "y")).isEqualTo(new Answer.Closed());
        assertThat(stage.backstage.desk().submit(candidate, Items.CODE, 1, "y"))
                .isEqualTo(new Answer.Closed());
    }

    @Test
    void whoever_is_revoked_cannot_start_or_save_but_keeps_what_was_written() {
        long running = stage.started();
        stage.type(running, Items.CODE, "typed");
        store.candidates().revoke(running, Optional.of(clock.instant()));
        assertThat(stage.backstage.desk().save(running, Items.CODE, 1, "x")).isEqualTo(new Answer.Closed());
        assertThat(stage.backstage.endings().end(running, EndedBy.TEAM)).isTrue();
        assertThat(store.submissions().ofCandidate(running)).hasSize(1);
        long invited = stage.invited();
        store.candidates().revoke(invited, Optional.of(clock.instant()));
        assertThat(stage.backstage.endings().start(invited)).isFalse();
        assertThat(stage.backstage.endings().start(9_999)).isFalse();
    }

    @Test
    void what_is_handed_in_is_the_draft_too_unless_another_tab_has_saved_since() {
        long candidate = stage.started();
        stage.type(candidate, Items.CODE, "half");
        var whole = stage.backstage.desk().submit(candidate, Items.CODE, 1, "whole");
        assertThat(whole).isInstanceOfSatisfying(Answer.Received.class,
                received -> assertThat(received.draft()).returns("whole", Draft::content)
                        .returns(2, Draft::revision));
        stage.type(candidate, Items.CODE, "other tab");
        var old = stage.backstage.desk().submit(candidate, Items.CODE, 2, "this tab");
        assertThat(old).isInstanceOfSatisfying(Answer.Received.class, received -> {
            assertThat(received.submission().content()).isEqualTo("this tab");
            assertThat(received.draft()).returns("other tab", Draft::content).returns(3, Draft::revision);
        });
        assertThat(stage.backstage.desk().save(candidate, Items.CODE, 2, "older"))
                .isInstanceOf(Answer.Conflict.class);
    }

    @Test
    void what_no_database_keeps_is_refused() {
        long candidate = stage.started();
        var desk = stage.backstage.desk();
        assertThat(desk.save(candidate, Items.CODE, 0, "a\0b")).isEqualTo(new Answer.NotText());
        assertThat(desk.submit(candidate, Items.CODE, 0, "a\uD83D")).isEqualTo(new Answer.NotText());
        assertThat(desk.submit(candidate, Items.CODE, 0, "字".repeat(100_000)))
                .isEqualTo(new Answer.TooLarge(256 << 10));
        assertThat(desk.submit(candidate, Items.CODE, 0, "字".repeat(80_000)))
                .isInstanceOf(Answer.Received.class);
    }

    @Test
    void an_outage_is_given_back_to_whoever_was_at_work() {
        long over = stage.started();
        stage.pass(clock, Duration.ofMinutes(50));
        long ended = stage.started();
        stage.backstage.endings().end(ended, EndedBy.CANDIDATE);
        long running = stage.started();
        stage.pass(clock, Duration.ofMinutes(10));
        stage.close();
        var down = clock.instant();
        clock.move(HOUR);
        start();
        assertThat(store.candidates().pauses(over)).isEmpty();
        assertThat(store.candidates().pauses(ended)).isEmpty();
        assertThat(store.candidates().pauses(running)).singleElement()
                .returns(down, Pause::beganAt)
                .returns(down.plus(HOUR), Pause::endedAt)
                .returns(Pause.Cause.OUTAGE, Pause::cause);
        assertThat(stage.deadline(running)).contains(Stage.START.plus(Duration.ofMinutes(170)));
        assertThat(candidate(running).state()).isEqualTo(Candidate.State.RUNNING);
    }

    @Test
    void a_short_restart_is_no_outage_and_a_start_after_the_last_beat_is_where_it_begins() {
        long candidate = stage.started();
        clock.move(Duration.ofSeconds(15));
        stage.backstage.beat();
        assertThat(store.candidates().pauses(candidate)).isEmpty();
        clock.move(Duration.ofSeconds(4));
        long late = stage.started();
        clock.move(Duration.ofSeconds(20));
        stage.backstage.beat();
        assertThat(store.candidates().pauses(late)).singleElement()
                .returns(Duration.ofSeconds(20), Pause::length);
        assertThat(store.candidates().pauses(candidate)).singleElement()
                .returns(Duration.ofSeconds(24), Pause::length);
    }

    @Test
    void whoever_was_ended_by_nobody_for_we_were_away_has_the_time_that_was_left() throws Exception {
        long candidate = stage.started();
        stage.pass(clock, Duration.ofMinutes(59));
        stage.close();
        clock.move(Duration.ofHours(9));
        start();
        stage.type(candidate, Items.CODE, "one more minute");
        stage.pass(clock, Duration.ofSeconds(59));
        assertThat(candidate(candidate).state()).isEqualTo(Candidate.State.RUNNING);
        stage.pass(clock, Endings.GRACE.plusSeconds(1));
        stage.untilEnded(candidate);
        assertThat(store.submissions().ofCandidate(candidate)).hasSize(1);
    }

    private Candidate candidate(long id) {
        return store.candidates().find(id).orElseThrow();
    }

    private Instant taskAt(long candidate) {
        return store.jdbi()
                .withHandle(handle -> handle
                        .createQuery("select execution_time from scheduled_ending where task_instance = :id")
                        .bind("id", Long.toString(candidate))
                        .mapTo(Instant.class)
                        .one());
    }

    private static List<Boolean> atOnce(List<Callable<Boolean>> work) throws Exception {
        try (var threads = Executors.newFixedThreadPool(work.size())) {
            var results = new ArrayList<Boolean>();
            for (Future<Boolean> result : threads.invokeAll(work)) {
                results.add(result.get());
            }
            return results;
        }
    }
}

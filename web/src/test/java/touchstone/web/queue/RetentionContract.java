package touchstone.web.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchstone.web.store.AuditEntry;
import touchstone.web.store.Candidate.EndedBy;
import touchstone.web.store.Interview;
import touchstone.web.store.Store;
import touchstone.web.testing.Databases;
import touchstone.web.testing.SettableClock;

/// What every database must do: nothing of candidates is kept longer than they were told.
@SuppressWarnings("NullAway.Init") // JUnit
abstract class RetentionContract {
    private static final Duration KEPT = Duration.ofDays(90);

    private final Databases databases;
    private final SettableClock clock = new SettableClock(Stage.START);
    @TempDir
    private Path folder;
    private Store store;
    private Stage stage;

    RetentionContract(Databases databases) {
        this.databases = databases;
    }

    @BeforeEach
    void open() {
        store = Store.open(databases.empty(folder));
        stage = new Stage(store, clock, new FakeJudge("fake"), 1);
    }

    @AfterEach
    void close() {
        stage.close();
        store.close();
    }

    private long ended() {
        long candidate = stage.started();
        stage.type(candidate, Items.CODE, "typed by " + candidate);
        assertThat(stage.backstage.endings().end(candidate, EndedBy.CANDIDATE)).isTrue();
        return candidate;
    }

    private boolean there(long candidate) {
        return store.candidates().find(candidate).isPresent();
    }

    private List<AuditEntry> log() {
        return store.audit()
                .latest(Long.MAX_VALUE, 99)
                .stream()
                .filter(entry -> entry.action().equals("candidate.expire"))
                .toList();
    }

    @Test
    void data_are_erased_when_they_were_kept_long_enough_and_not_before() {
        long candidate = ended();
        var interview = store.candidates().find(candidate).orElseThrow().interviewId();
        clock.move(KEPT.minusMillis(1));
        stage.backstage.expire();
        assertThat(there(candidate)).isTrue();
        clock.move(Duration.ofMillis(1));
        stage.backstage.expire();
        assertThat(there(candidate)).isFalse();
        assertThat(store.submissions().ofCandidate(candidate)).isEmpty();
        assertThat(store.drafts().ofCandidate(candidate)).isEmpty();
        assertThat(log()).singleElement()
                .returns("interview:" + interview + "/candidate:" + candidate, AuditEntry::subject)
                .returns("", AuditEntry::detail)
                .returns(clock.instant(), AuditEntry::at);
        stage.backstage.expire();
        assertThat(log()).hasSize(1);
    }

    @Test
    void nobodys_data_go_before_the_end_and_nobodys_with_others() {
        long gone = ended();
        long invited = stage.invited();
        long running = stage.started();
        clock.move(KEPT.minus(Duration.ofDays(1)));
        long later = stage.started();
        assertThat(stage.backstage.endings().end(later, EndedBy.TEAM)).isTrue();
        clock.move(Duration.ofDays(1));
        stage.backstage.expire();
        assertThat(there(gone)).isFalse();
        assertThat(List.of(invited, running, later)).allMatch(this::there);
    }

    @Test
    void who_never_started_is_forgotten_after_the_invitation_or_the_interview_has_ended() {
        long revoked = stage.invited();
        long late = stage.invited();
        long running = stage.started();
        clock.move(Duration.ofDays(1));
        store.candidates().revoke(revoked, Optional.of(clock.instant()));
        store.candidates().revoke(running, Optional.of(clock.instant()));
        clock.move(Duration.ofDays(1));
        var interview = interviewOf(late);
        store.interviews().close(interview.id(), Optional.of(clock.instant()));
        clock.move(KEPT.minusDays(1));
        stage.backstage.expire();
        assertThat(there(revoked)).isFalse();
        assertThat(List.of(late, running)).allMatch(this::there);
        assertThat(interviewOf(late).erasesAt(store.candidates().find(late).orElseThrow()))
                .contains(clock.instant().plus(Duration.ofDays(1)));
        clock.move(Duration.ofDays(1));
        stage.backstage.expire();
        assertThat(there(late)).isFalse();
        assertThat(there(running)).isTrue();
    }

    private Interview interviewOf(long candidate) {
        return store.interviews()
                .find(store.candidates().find(candidate).orElseThrow().interviewId())
                .orElseThrow();
    }

    @Test
    void what_the_settings_say_now_counts() {
        long candidate = ended();
        var interview = interviewOf(candidate);
        assertThat(interview.erasesAt(store.candidates().find(candidate).orElseThrow()))
                .contains(clock.instant().plus(KEPT));
        store.interviews().change(keeping(interview, 2));
        clock.move(Duration.ofDays(2));
        stage.backstage.expire();
        assertThat(there(candidate)).isFalse();
    }

    private static Interview keeping(Interview interview, int days) {
        return new Interview(interview.id(), interview.title(), interview.blueprint(), interview.plan(),
                interview.minutes(), interview.weights(), interview.weightsFrom(), interview.seed(),
                interview.candidateReport(), days, interview.createdBy(), interview.createdAt(),
                interview.closedAt());
    }

    @Test
    void of_several_servers_one_erases() throws Exception {
        long candidate = ended();
        clock.move(KEPT);
        Callable<Boolean> round = () -> {
            stage.backstage.expire();
            return there(candidate);
        };
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var left : threads.invokeAll(List.of(round, round, round, round))) {
                assertThat(left.get()).isFalse();
            }
        }
        assertThat(log()).hasSize(1);
    }

    @Test
    void a_submission_that_nobody_has_judged_goes_too_and_the_others_are_judged() throws Exception {
        long candidate = ended();
        clock.move(KEPT);
        stage.backstage.expire();
        long other = stage.started();
        var submission = stage.submit(other, "class Other {}");
        stage.backstage.takeUp();
        stage.untilDone(submission.id());
        Stage.eventually(() -> store.judgings().queued().isEmpty());
        assertThat(there(candidate)).isFalse();
    }
}

package touchstone.web.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchstone.web.store.Submission.Origin;

class ErasureTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final String MARKER = "Zebra-Marker";

    @TempDir
    private Path folder;

    private Store store;
    private long account;

    @BeforeEach
    void open() {
        store = Store.open(new DatabaseAddress.Embedded(folder));
        account = store.accounts().add("ada", "Ada", Role.OWNER, "hash", NOW).orElseThrow().id();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private long interview() {
        return store.interviews()
                .add(new Interview(0, "Spring", "phone-screen", "{}", 60, "30,40,20,10", "blueprint", 42,
                        true, 90, account, NOW, Optional.empty()));
    }

    /// Somebody whose every trace holds the marker.
    private long busy(long interview, String marker) {
        long id = store.candidates().invite(interview, marker + " name", marker + " hash", 0, account, NOW);
        store.candidates().start(id, NOW);
        store.candidates().pause(id, NOW, NOW.plusSeconds(9), Pause.Cause.OUTAGE);
        store.sessions()
                .add(new Session(marker + " session", Optional.empty(), Optional.of(id), marker + " csrf",
                        NOW, NOW.plusSeconds(99)));
        store.drafts().save(id, marker + " item", 0, marker + " draft", NOW);
        long submission = store.submissions()
                .add(id, marker + " item", marker + " answer", Origin.CANDIDATE, NOW)
                .id();
        store.judgings().queue(submission);
        int attempt = store.judgings().begin(submission, NOW).orElseThrow();
        store.judgings()
                .finish(submission, attempt, new Judgings.Outcome(marker + " version", marker + " standing",
                        Optional.of(marker + " record")), NOW);
        store.reviews().add(submission, "1", marker + " comment", account, NOW);
        store.reviews().lock(submission, account, NOW, NOW.plusSeconds(99));
        store.overrulings().add(id, marker + " item", Optional.of("1/2"), marker + " reason", account, NOW);
        store.notes().add(id, Optional.empty(), marker + " note", account, NOW);
        store.audit()
                .add(NOW, Optional.of(account), Optional.empty(), "note.add", "candidate:" + id + "/rope",
                        marker + " detail");
        store.audit()
                .add(NOW, Optional.empty(), Optional.of(id), "candidate.link", "candidate:" + id,
                        marker + " detail");
        return id;
    }

    private List<String> tables() {
        return store.jdbi().withHandle(handle -> handle.createQuery("""
            select table_name from information_schema.tables where table_schema = 'public'
            order by table_name""").mapTo(String.class).list());
    }

    private List<String> rows() {
        return tables().stream()
                .flatMap(table -> store.jdbi()
                        .withHandle(handle -> handle.createQuery("select * from \"" + table + "\"")
                                .mapToMap()
                                .map(row -> table + " " + row.values())
                                .list())
                        .stream())
                .toList();
    }

    @Test
    void nothing_of_a_candidate_is_left_and_nothing_of_others_is_gone() {
        long interview = interview();
        long gone = busy(interview, MARKER);
        busy(interview, "Other");
        assertThat(rows()).filteredOn(row -> row.contains(MARKER)).hasSizeGreaterThanOrEqualTo(10);
        long others = rows().stream().filter(row -> row.contains("Other")).count();
        assertThat(store.erasure().candidate(gone)).isTrue();
        assertThat(rows()).noneMatch(row -> row.contains(MARKER));
        assertThat(rows()).filteredOn(row -> row.contains("Other")).hasSize((int) others);
        assertThat(store.audit().about("candidate:" + gone, 9)).hasSize(2)
                .allSatisfy(entry -> assertThat(entry.detail()).isEmpty());
        assertThat(store.erasure().candidate(gone)).isFalse();
    }

    /// A table that comes later must not be forgotten: each that refers to candidates or submissions is marked
    /// above, and so proven to be emptied.
    @Test
    void every_table_that_refers_to_a_candidate_is_covered() {
        var referring = store.jdbi()
                .withHandle(handle -> handle.createQuery("""
                    select distinct table_name from information_schema.columns
                    where table_schema = 'public' and column_name in ('candidate_id', 'submission_id')""")
                        .mapTo(String.class)
                        .list());
        assertThat(referring).hasSizeGreaterThanOrEqualTo(9);
        busy(interview(), MARKER);
        var filled = rows().stream()
                .map(row -> row.substring(0, row.indexOf(' ')))
                .collect(Collectors.toSet());
        assertThat(filled).containsAll(referring);
    }

    @Test
    void an_interview_goes_with_its_invitations_unless_somebody_has_started() {
        long unused = interview();
        store.candidates().invite(unused, "Ada", "hash 1", 0, account, NOW);
        long used = interview();
        long candidate = store.candidates().invite(used, "Bob", "hash 2", 0, account, NOW);
        store.candidates().start(candidate, NOW);
        assertThat(store.erasure().interview(unused)).isTrue();
        assertThat(store.erasure().interview(used)).isFalse();
        assertThat(store.erasure().interview(999)).isFalse();
        assertThat(store.interviews().all()).extracting(Interview::id).containsExactly(used);
        assertThat(Stream.of(unused, used).map(store.candidates()::ofInterview).map(List::size))
                .containsExactly(0, 1);
    }

    @Test
    void candidates_are_counted_by_state() {
        long interview = interview();
        store.candidates().invite(interview, "invited", "h1", 0, account, NOW);
        store.candidates().start(store.candidates().invite(interview, "running", "h2", 0, account, NOW), NOW);
        long ended = store.candidates().invite(interview, "ended", "h3", 0, account, NOW);
        store.candidates().start(ended, NOW);
        store.candidates().end(ended, Candidate.EndedBy.TIME, NOW);
        store.candidates().revoke(ended, Optional.of(NOW));
        long revoked = store.candidates().invite(interview, "revoked", "h4", 0, account, NOW);
        store.candidates().revoke(revoked, Optional.of(NOW));
        assertThat(store.candidates().counts()).containsExactly(new Candidates.Counts(interview, 1, 1, 1, 1));
        assertThat(store.candidates().counts().getFirst().all()).isEqualTo(4);
    }
}

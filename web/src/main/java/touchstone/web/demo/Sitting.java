package touchstone.web.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import touchstone.web.store.Candidate.EndedBy;
import touchstone.web.store.Store;
import touchstone.web.store.Submission.Origin;

/// A candidate at work, from consent to the end, and the reviews afterwards.
final class Sitting {
    /// How long somebody who is still at work has not handed in anything.
    private static final Duration THINKING = Duration.ofMinutes(1);

    private final Store store;
    private final Contents contents;
    private final Team team;
    private final long candidate;
    private final Map<String, Long> last = new HashMap<>();

    Sitting(Store store, Contents contents, Team team, long candidate) {
        this.store = store;
        this.contents = contents;
        this.team = team;
        this.candidate = candidate;
    }

    private record Handin(String item, String told) {}

    void sit(Story.Person person, Instant now, Instant invited) {
        if (person.started().isEmpty()) {
            consent(invited.plus(Duration.ofHours(2)));
            return;
        }
        var started = now.minus(person.started().get());
        consent(started.minus(Duration.ofMinutes(4)));
        store.candidates().start(candidate, started);
        notes(started, "candidate.start");
        var until = person.lasted().map(started::plus).orElse(now.minus(THINKING));
        work(person, started, until);
        person.lasted().ifPresent(_ -> end(person, until));
    }

    private void consent(Instant at) {
        notes(at.minusSeconds(70), "candidate.link");
        store.candidates().consent(candidate, at);
        notes(at, "candidate.consent");
    }

    private void work(Story.Person person, Instant started, Instant until) {
        var all = new ArrayList<Handin>();
        person.handedIn().forEach((item, told) -> told.forEach(one -> all.add(new Handin(item, one))));
        var pause = Duration.between(started, until).dividedBy(all.size() + 1L);
        var at = started;
        for (var one : all) {
            at = at.plus(pause);
            var content = contents.of(one.item, one.told);
            handIn(one.item, content, Origin.CANDIDATE, at);
            type(one.item, content, at);
        }
        for (var typed : person.typed().entrySet()) {
            type(typed.getKey(), contents.of(typed.getKey(), typed.getValue()), until.minusSeconds(3));
        }
    }

    private void handIn(String item, String content, Origin origin, Instant at) {
        long submission = store.submissions().add(candidate, item, content, origin, at).id();
        store.judgings().queue(submission);
        last.put(item, submission);
    }

    private void type(String item, String content, Instant at) {
        int seen = store.drafts().find(candidate, item).map(draft -> draft.revision()).orElse(0);
        store.drafts().save(candidate, item, seen, content, at);
    }

    /// What was typed and not handed in is collected.
    private void end(Story.Person person, Instant at) {
        person.typed().forEach((item, told) -> handIn(item, contents.of(item, told), Origin.COLLECTED, at));
        store.candidates().end(candidate, person.endedBy(), at);
        if (person.endedBy() == EndedBy.CANDIDATE) {
            notes(at, "candidate.finish");
        }
        if (person.reviewed()) {
            review(person, at);
        }
        team.remark(candidate, person.remarks(), at);
    }

    private void review(Story.Person person, Instant ended) {
        var answers = new ArrayList<Handin>();
        person.handedIn().forEach((item, told) -> answers.add(new Handin(item, told.getLast())));
        person.typed().forEach((item, told) -> answers.add(new Handin(item, told)));
        int turn = (int) candidate;
        var at = ended.plus(Duration.ofMinutes(40));
        for (var answer : answers.stream().filter(one -> contents.isOpen(one.item)).toList()) {
            at = at.plus(Duration.ofMinutes(3));
            var words = contents.words().get(answer.told);
            if (words != null) {
                review(answer.item, turn, words.ticked(), words.comment(), at);
                again(person.remarks().again(), answer.item, turn + 1, at.plus(Duration.ofMinutes(50)));
            }
            turn++;
        }
    }

    private void again(List<Story.Again> again, String item, int turn, Instant at) {
        again.stream()
                .filter(second -> second.item().equals(item))
                .forEach(second -> review(item, turn, second.ticked(), second.comment(), at));
    }

    private void review(String item, int turn, List<Integer> ticked, String comment, Instant at) {
        var submission = last.get(item);
        if (submission != null) {
            team.review(submission, turn, ticked, comment, team.earlier(at));
        }
    }

    private void notes(Instant at, String action) {
        store.audit().add(at, Optional.empty(), Optional.of(candidate), action, "candidate:" + candidate, "");
    }
}

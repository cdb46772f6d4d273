package touchstone.web.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import touchstone.web.grading.CandidateReport;
import touchstone.web.grading.ItemDetails;
import touchstone.web.store.Draft;
import touchstone.web.store.Pause;
import touchstone.web.store.Store;
import touchstone.web.store.Submission.Origin;

/// What happened when, as it was recorded; what it means is for people to say.
final class Timeline {
    private final CandidateReport report;
    private final List<Event> events = new ArrayList<>();

    private Timeline(CandidateReport report) {
        this.report = report;
    }

    /// @param key of the words
    /// @param item that it is about
    /// @param number of the submission or of the saves
    /// @param until of what lasted
    record Event(
            Instant at,
            String key,
            Optional<String> item,
            int number,
            Optional<Long> submission,
            String by,
            Optional<Instant> until) {
        static Event of(Instant at, String key) {
            return new Event(at, key, Optional.empty(), 0, Optional.empty(), "", Optional.empty());
        }
    }

    static List<Event> of(CandidateReport report, Store store) {
        var timeline = new Timeline(report);
        timeline.course(
                store.accounts().find(report.candidate().invitedBy()).map(who -> who.name()).orElse(""));
        timeline.pauses(store.candidates().pauses(report.candidate().id()));
        report.items().forEach(timeline::submissions);
        store.drafts().ofCandidate(report.candidate().id()).forEach(timeline::draft);
        return timeline.events.stream().sorted(Comparator.comparing(Event::at)).toList();
    }

    private void course(String inviter) {
        var candidate = report.candidate();
        events.add(new Event(candidate.invitedAt(), "invited", Optional.empty(), 0, Optional.empty(), inviter,
                Optional.empty()));
        candidate.consentedAt().ifPresent(at -> events.add(Event.of(at, "consented")));
        candidate.startedAt().ifPresent(at -> events.add(Event.of(at, "started")));
        candidate.revokedAt().ifPresent(at -> events.add(Event.of(at, "revoked")));
        candidate.endedAt()
                .ifPresent(at -> events.add(Event.of(at, candidate.endedBy().map(by -> switch (by) {
                    case CANDIDATE -> "ended.candidate";
                    case TIME -> "ended.time";
                    case TEAM -> "ended.team";
                }).orElse("ended.time"))));
    }

    private void pauses(List<Pause> pauses) {
        pauses.forEach(pause -> events.add(new Event(pause.beganAt(), switch (pause.cause()) {
            case OUTAGE -> "pause.outage";
            case JUDGE_ERROR -> "pause.judgeError";
        }, Optional.empty(), 0, Optional.empty(), "", Optional.of(pause.endedAt()))));
    }

    private void submissions(ItemDetails details) {
        details.history().forEach(one -> {
            var submission = one.submission();
            events.add(new Event(submission.submittedAt(),
                    submission.origin() == Origin.COLLECTED ? "collected" : "submitted",
                    Optional.of(submission.item()), submission.number(), Optional.of(submission.id()), "",
                    Optional.empty()));
        });
    }

    /// Only the last save is kept, with how many there were.
    private void draft(Draft draft) {
        events.add(new Event(draft.savedAt(), "saved", Optional.of(draft.item()), draft.revision(),
                Optional.empty(), "", Optional.empty()));
    }

    /// A line of the page.
    ///
    /// @param since the start, `+01:02:03`; empty before
    record Line(Instant at, String since, String text, Optional<String> href) {}

    static List<Line> lines(CandidateReport report, Store store, Voice voice) {
        return of(report, store).stream().map(event -> line(event, report, voice)).toList();
    }

    private static Line line(Event event, CandidateReport report, Voice voice) {
        var item = event.item().flatMap(report::item);
        var name = item.map(details -> details.item().number() + " · " + details.item().id())
                .or(event::item)
                .orElse("");
        var length = event.until().map(until -> span(Duration.between(event.at(), until))).orElse("");
        return new Line(event.at(), since(event.at(), report.candidate().startedAt()),
                voice.say("timeline." + event.key(), name, event.number(), voice.interview().name(event.by()),
                        length),
                event.submission()
                        .map(id -> "/candidates/" + report.candidate().id() + "/submissions/" + id));
    }

    private static String since(Instant at, Optional<Instant> start) {
        return start.filter(began -> at.isAfter(began))
                .map(began -> "+" + span(Duration.between(began, at)))
                .orElse("");
    }

    private static String span(Duration time) {
        return "%02d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart());
    }
}

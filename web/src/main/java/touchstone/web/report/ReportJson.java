package touchstone.web.report;

import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import touchstone.judge.interview.InterviewReport;
import touchstone.judge.report.InterviewJson;
import touchstone.web.grading.ItemDetails;
import touchstone.web.grading.ItemDetails.HandedIn;
import touchstone.web.grading.Signed;
import touchstone.web.store.Note;
import touchstone.web.store.Store;

/// A report as one JSON object: that of the judge's reports, and below `record` everything it was made from.
final class ReportJson {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private ReportJson() {}

    static String of(Sight sight, Store store) {
        var report = sight.report();
        var node = InterviewJson.object(sight.blind() ? nameless(report.report()) : report.report());
        var record = node.putObject("record");
        course(record, sight);
        var items = record.putArray("items");
        report.items().forEach(details -> item(items.addObject(), details));
        var notes = record.putArray("notes");
        report.notes().forEach(note -> note(notes.addObject(), note));
        var timeline = record.putArray("timeline");
        Timeline.of(report, store).forEach(event -> event(timeline.addObject(), event));
        return InterviewJson.write(node);
    }

    private static InterviewReport nameless(InterviewReport report) {
        return new InterviewReport(report.blueprint(), report.title(), Optional.empty(), report.date(),
                report.seed(), report.weightsFrom(), report.sections(), report.score(), report.remarks());
    }

    private static void course(ObjectNode node, Sight sight) {
        var report = sight.report();
        var candidate = report.candidate();
        node.put("interviewId", report.interview().id());
        node.put("candidateId", candidate.id());
        node.put("state", candidate.state().name());
        node.put("minutes", report.interview().minutes());
        node.put("extraMinutes", candidate.extraMinutes());
        time(node, "startedAt", candidate.startedAt());
        time(node, "endedAt", candidate.endedAt());
        node.put("usedSeconds", report.timing().used(report.report().date()).toSeconds());
    }

    private static void item(ObjectNode node, ItemDetails details) {
        node.put("id", details.item().id());
        node.put("outdated", details.outdated());
        node.put("retry", details.retry());
        var submissions = node.putArray("submissions");
        details.history().forEach(one -> submission(submissions.addObject(), one));
        var reviews = node.putArray("reviews");
        details.reviews().forEach(one -> {
            var review = reviews.addObject().put("submission", one.value().submissionId());
            one.value().numbers().forEach(review.putArray("ticked")::add);
            review.put("comment", one.value().comment()).put("by", one.by());
            review.put("at", one.value().reviewedAt().toString());
        });
        var overrulings = node.putArray("overrulings");
        details.overrulings()
                .forEach(one -> overrulings.addObject()
                        .put("fraction", one.value().fraction().orElse(null))
                        .put("reason", one.value().reason())
                        .put("by", one.by())
                        .put("at", one.value().decidedAt().toString()));
    }

    private static void submission(ObjectNode node, HandedIn one) {
        var submission = one.submission();
        node.put("id", submission.id()).put("number", submission.number()).put("counts", one.counts());
        node.put("origin", submission.origin().name()).put("at", submission.submittedAt().toString());
        node.put("sha256", submission.sha256()).put("content", submission.content());
        node.putNull("judging");
        one.judging().ifPresent(judging -> {
            var judged = node.putObject("judging").put("state", judging.state().name());
            time(judged, "at", judging.doneAt());
            judged.put("version", judging.version().orElse(null));
            judged.putNull("standing").putNull("run");
            // both are JSON of ours
            judging.standing().ifPresent(standing -> judged.set("standing", MAPPER.readTree(standing)));
            judging.record().ifPresent(run -> judged.set("run", MAPPER.readTree(run)));
        });
    }

    private static void note(ObjectNode node, Signed<Note> note) {
        node.put("item", note.value().item().orElse(null)).put("content", note.value().content());
        node.put("by", note.by()).put("at", note.value().writtenAt().toString());
    }

    private static void event(ObjectNode node, Timeline.Event event) {
        node.put("at", event.at().toString()).put("what", event.key()).put("item", event.item().orElse(null));
        event.submission().ifPresent(id -> node.put("submission", id));
        event.until().ifPresent(until -> node.put("until", until.toString()));
    }

    private static void time(ObjectNode node, String key, Optional<Instant> time) {
        node.put(key, time.map(Instant::toString).orElse(null));
    }
}

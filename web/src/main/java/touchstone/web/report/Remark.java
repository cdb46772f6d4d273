package touchstone.web.report;

import io.pebbletemplates.pebble.extension.escaper.SafeString;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import touchstone.web.grading.CandidateReport;
import touchstone.web.grading.Signed;
import touchstone.web.store.Note;

/// What somebody of the team wrote.
///
/// @param own whether the reader wrote it
record Remark(long id, SafeString text, String by, Instant at, boolean own) {
    static List<Remark> of(CandidateReport report, Optional<String> item, long reader, Voice voice) {
        return report.notes()
                .stream()
                .filter(note -> note.value().item().equals(item))
                .map(note -> of(note, reader, voice))
                .toList();
    }

    private static Remark of(Signed<Note> note, long reader, Voice voice) {
        return new Remark(note.value().id(), voice.prose(note.value().content()),
                voice.interview().name(note.by()), note.value().writtenAt(),
                note.value().accountId() == reader);
    }
}

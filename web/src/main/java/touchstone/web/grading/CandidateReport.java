package touchstone.web.grading;

import java.util.List;
import java.util.Optional;
import touchstone.judge.interview.InterviewReport;
import touchstone.web.library.ResolvedPlan;
import touchstone.web.store.Candidate;
import touchstone.web.store.Interview;
import touchstone.web.store.Note;

/// Everything that the team may know about a candidate's interview.
///
/// @param report whose sections and items are in the order of the plan
/// @param items in the same order
/// @param notes about the interview and its items, in the order in which they were written
public record CandidateReport(
        Interview interview,
        Candidate candidate,
        Timing timing,
        ResolvedPlan plan,
        InterviewReport report,
        List<ItemDetails> items,
        List<Signed<Note>> notes) {
    public CandidateReport {
        items = List.copyOf(items);
        notes = List.copyOf(notes);
    }

    public Optional<ItemDetails> item(String id) {
        return items.stream().filter(one -> one.item().id().equals(id)).findFirst();
    }
}

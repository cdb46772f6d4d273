package touchstone.web.report;

import java.util.ArrayList;
import java.util.List;
import touchstone.judge.text.Text;
import touchstone.web.grading.CandidateReport;

/// A part of the interview.
record PartView(Text title, int minutes, List<ItemView> items) {
    static List<PartView> of(CandidateReport report, long reader, Voice voice) {
        var details = report.items().iterator();
        var parts = new ArrayList<PartView>();
        for (var part : report.plan().parts()) {
            parts.add(new PartView(part.title(), part.minutes(),
                    part.items()
                            .stream()
                            .map(_ -> ItemView.of(details.next(), report, reader, voice))
                            .toList()));
        }
        return List.copyOf(parts);
    }
}

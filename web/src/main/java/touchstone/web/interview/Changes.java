package touchstone.web.interview;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import touchstone.web.page.WebWords;
import touchstone.web.store.Interview;

/// What of an interview was changed, as the audit log keeps it: `minutes 60 → 75; title`. Texts are not repeated.
final class Changes {
    private static final Pattern SEPARATOR = Pattern.compile("; ");

    private Changes() {}

    static String between(Interview before, Interview after) {
        var changes = new ArrayList<String>();
        quiet(changes, "title", before, after, Interview::title);
        quiet(changes, "plan", before, after, Interview::plan);
        told(changes, "minutes", before, after, Interview::minutes);
        told(changes, "weights", before, after, Interview::weights);
        told(changes, "retention", before, after, Interview::retentionDays);
        quiet(changes, after.candidateReport() ? "reportOn" : "reportOff", before, after,
                Interview::candidateReport);
        return String.join("; ", changes);
    }

    private static void quiet(
            List<String> changes,
            String field,
            Interview before,
            Interview after,
            Function<Interview, ?> value) {
        if (!value.apply(before).equals(value.apply(after))) {
            changes.add(field);
        }
    }

    private static void told(
            List<String> changes,
            String field,
            Interview before,
            Interview after,
            Function<Interview, ?> value) {
        if (!value.apply(before).equals(value.apply(after))) {
            changes.add(field + " " + value.apply(before) + " → " + value.apply(after));
        }
    }

    /// In the reader's words.
    static String say(String changes, WebWords words) {
        return SEPARATOR.splitAsStream(changes)
                .map(change -> say(change.split(" ", 2), words))
                .collect(Collectors.joining(words.say("interview.history.separator")));
    }

    private static String say(String[] change, WebWords words) {
        var field = words.say("interview.history.field." + change[0]);
        return change.length == 1 ? field : field + " " + change[1];
    }
}

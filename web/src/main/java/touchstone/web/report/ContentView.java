package touchstone.web.report;

import io.pebbletemplates.pebble.extension.escaper.SafeString;
import java.util.Optional;
import java.util.Set;
import touchstone.judge.interview.Entry;
import touchstone.judge.interview.Evidence;
import touchstone.judge.interview.Item;
import touchstone.judge.interview.Standing;
import touchstone.judge.question.Key;
import touchstone.web.grading.ItemDetails;
import touchstone.web.grading.ItemDetails.HandedIn;
import touchstone.web.markup.JavaSource;

/// What an item asked, and of what was handed in for it, what counts.
///
/// @param answer as it was typed
/// @param worded the same as Markdown, where words were asked for
/// @param understood how the machine read it, or empty
/// @param hint why it could not, or empty
record ContentView(
        Optional<RunView> run,
        Optional<SafeString> listing,
        Optional<QuestionView> question,
        Optional<String> answer,
        Optional<SafeString> worded,
        String understood,
        String hint) {
    private static final String FILE = "Solution.java";

    static ContentView of(ItemDetails details, Voice voice) {
        var counting = details.counting();
        var run = counting.flatMap(one -> Readings.run(one, voice));
        var evidence = details.evidence();
        return new ContentView(run, counting.filter(_ -> code(details)).map(one -> listing(one, run)),
                question(details, voice), counting.map(one -> Voice.shown(one.submission().content())),
                worded(details, voice), understood(evidence), hint(evidence, voice));
    }

    static boolean code(ItemDetails details) {
        return details.item().item().kind() == Item.Kind.EXERCISE;
    }

    private static Optional<QuestionView> question(ItemDetails details, Voice voice) {
        return details.item().entry().flatMap(entry -> switch (entry) {
            case Entry.Asked(var question) -> Optional.of(QuestionView.of(question, details, voice));
            case Entry.Coding _,Entry.Planned _ -> Optional.empty();
        });
    }

    /// Words are Markdown, everything else is shown as it was typed.
    private static Optional<SafeString> worded(ItemDetails details, Voice voice) {
        boolean words = details.item()
                .entry()
                .filter(entry -> entry instanceof Entry.Asked(var question)
                        && question.key() instanceof Key.Open)
                .isPresent();
        return words ? details.counting().map(one -> voice.prose(one.submission().content()))
                : Optional.empty();
    }

    private static String understood(Evidence evidence) {
        return evidence.standing() instanceof Standing.Marked marked ? Voice.shown(marked.understood()) : "";
    }

    private static String hint(Evidence evidence, Voice voice) {
        return evidence.standing() instanceof Standing.Unreadable unreadable
                ? voice.interview().hint(unreadable.hint())
                : "";
    }

    /// With the lines that the compiler speaks of.
    static SafeString listing(HandedIn one, Optional<RunView> run) {
        return new SafeString(JavaSource.listing(one.submission().content(), FILE, anchors(one),
                run.map(RunView::lines).orElse(Set.of())));
    }

    /// Several listings stand on one page.
    static String anchors(HandedIn one) {
        return "s" + one.submission().id() + "-";
    }
}

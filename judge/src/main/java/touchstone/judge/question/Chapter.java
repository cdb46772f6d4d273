package touchstone.judge.question;

import java.util.List;
import touchstone.judge.text.Text;

/// The questions of one file.
///
/// @param id `1` to `9`, or `N` for the notes
/// @param minutes the outline's time of the chapter; 0 for the notes, which have none
public record Chapter(String id, Text title, int minutes, List<Question> questions) {
    /// Id of the notes, which are no chapter of the outline.
    public static final String NOTES = "N";

    public Chapter {
        questions = List.copyOf(questions);
    }
}

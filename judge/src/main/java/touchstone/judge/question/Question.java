package touchstone.judge.question;

import java.nio.file.Path;
import java.util.List;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.text.Text;

/// A question as read from its chapter, checked and complete.
///
/// @param file of its chapter
/// @param line at which it begins there
/// @param id of the chapter and a number: `q3-02`, in the notes `n2-04`
/// @param covers ids of the bullets of the interview's outline and notes that it asks about
/// @param minutes its time in an interview, and its weight in the total
/// @param rubric the one dimension it counts for
/// @param level 1 to 3
/// @param prompt Markdown with LaTeX between dollar signs
/// @param solution how to get there, for interviewers; empty where the key says it all
/// @param wrong answers that are often given, each refused by the key
/// @param ref where it can be read up, or empty
/// @param hash over everything that can change a mark or its meaning
public record Question(
        Path file,
        int line,
        String id,
        List<String> covers,
        int minutes,
        RubricDimension rubric,
        int level,
        Text prompt,
        Key key,
        Text solution,
        List<Mistake> wrong,
        String ref,
        String hash) {
    /// What every question is worth; a fraction of it is what an answer earns.
    public static final int POINTS = 10;

    public Question {
        covers = List.copyOf(covers);
        wrong = List.copyOf(wrong);
    }

    /// `3`, or `N` for the notes; ids begin with it.
    public String chapter() {
        return id.startsWith("n") ? "N" : id.substring(1, id.indexOf('-'));
    }

    /// A common wrong answer and what was thought.
    public record Mistake(String answer, Text why) {}
}

package touchstone.judge.certify;

import java.nio.file.Path;
import touchstone.judge.question.Question;
import touchstone.judge.question.Source;
import touchstone.judge.yaml.Problem;

/// One thing that was to be proven about the bank of questions.
///
/// @param line from 1, 0 if it concerns no line
/// @param detail what is wrong and how to mend it, empty if the claim holds
public record Claim(Kind kind, Path file, long line, String detail) {
    public boolean holds() {
        return detail.isEmpty();
    }

    /// As other problems of the files are told.
    public Problem problem() {
        return new Problem(file, line, detail);
    }

    /// A claim about a part of a question.
    static Claim of(Kind kind, Question question, Source source, String part, String detail) {
        return new Claim(kind, question.file(), source.line(part),
                detail.isEmpty() ? "" : question.id() + ": " + detail);
    }

    public enum Kind {
        /// The files are as they must be.
        READING,
        /// Every bullet is covered, and nothing else is said to be.
        COVERAGE,
        /// The key agrees with its own computation, its checks and its domain.
        KEY,
        /// Whoever gives the key's answer gets full marks.
        ANSWER,
        /// A common wrong answer gets less.
        MISTAKE,
        /// The prompt does not hold the answer.
        PROMPT
    }
}

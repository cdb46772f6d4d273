package touchstone.judge.interview;

import java.util.List;
import touchstone.judge.Judgement;
import touchstone.judge.answer.Mark;
import touchstone.judge.question.Key;
import touchstone.judge.question.Question;
import touchstone.judge.run.Verdict;
import touchstone.judge.score.Score;
import touchstone.judge.text.Hint;

/// What became of an item at the machine's hand. All of these are different things and are never shown as one
/// another.
public sealed interface Standing {
    /// An exercise that was judged; the fraction may differ from dimension to dimension.
    record Judged(Verdict verdict, Score score) implements Standing {
        public Judged {
            if (verdict == Verdict.JUDGE_ERROR) {
                throw new IllegalArgumentException("our fault has no score");
            }
        }
    }

    /// A question that was marked against its key.
    ///
    /// @param understood the answer as it was read
    record Marked(Fraction fraction, String understood) implements Standing {
        public Marked {
            Evidence.checkFraction(fraction);
        }
    }

    /// Nothing was handed in: no points.
    record NoAnswer() implements Standing {}

    /// There is no result yet, but there may be: the item can still be handed in, or its judging has not ended.
    ///
    /// @param handedIn whether only the machine is awaited
    record Pending(boolean handedIn) implements Standing {}

    /// No points until the answer is mended or a person decides.
    ///
    /// @param answer as it was typed
    record Unreadable(Hint hint, String answer) implements Standing {}

    /// Only people can mark it, so it has no number and does not count yet.
    ///
    /// @param answer as it was typed
    /// @param points to be ticked
    record WaitingForReview(String answer, List<Key.KeyPoint> points) implements Standing {
        public WaitingForReview {
            points = List.copyOf(points);
        }
    }

    /// We failed, so it does not count yet.
    ///
    /// @param message what failed, for whoever runs this machine
    record JudgeError(String message) implements Standing {}

    /// The catalogue does not have it, so it does not count.
    record Missing() implements Standing {}

    /// What a judgement means for the interview.
    static Standing of(Judgement judgement) {
        return judgement.verdict() == Verdict.JUDGE_ERROR ? new JudgeError(judgement.message())
                : new Judged(judgement.verdict(), Score.of(judgement.exercise().rubric(), judgement.tests()));
    }

    /// What a question's mark means for the interview.
    ///
    /// @param answer as it was typed
    static Standing of(Question question, String answer, Mark mark) {
        return switch (mark) {
            case Mark.Marked marked -> new Marked(Fraction.of(marked.fraction()), marked.understood());
            case Mark.NoAnswer _ -> new NoAnswer();
            case Mark.Unreadable unreadable -> new Unreadable(unreadable.hint(), answer);
            case Mark.WaitingForReview _ -> new WaitingForReview(answer, keyPoints(question.key()));
        };
    }

    private static List<Key.KeyPoint> keyPoints(Key key) {
        return switch (key) {
            case Key.Open open -> open.points();
            case Key.Numeric _,Key.Single _,Key.Multiple _,Key.Ordering _,Key.Formula _ -> List.of();
        };
    }
}

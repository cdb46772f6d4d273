package touchstone.web.candidate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import touchstone.judge.interview.Evidence;
import touchstone.judge.interview.Fraction;
import touchstone.judge.interview.Standing;
import touchstone.judge.report.CandidateView;
import touchstone.judge.report.JudgingRecord;
import touchstone.judge.run.TestResult;
import touchstone.judge.run.Verdict;
import touchstone.judge.submission.Submission;
import touchstone.judge.submission.Submissions;
import touchstone.judge.submission.WrongInputException;
import touchstone.judge.text.Language;
import touchstone.judge.text.Text;
import touchstone.judge.text.Words;
import touchstone.web.grading.ItemDetails.HandedIn;

/// Results in a candidate's words.
final class ResultWords {
    private static final String FILE = "Solution.java";

    private final Language language;
    private final Words judge;

    ResultWords(Language language) {
        this.language = language;
        judge = Words.of("touchstone.judge.report.messages", language);
    }

    /// @param state for `data-state`
    /// @param key of the words, or empty
    /// @param words where there is no key
    record Said(String state, String key, String words) {
        static Said key(String state, String key) {
            return new Said(state, "candidate.report." + key, "");
        }
    }

    /// How many tests of a group passed.
    record Group(String title, int passed, int of) {}

    Said result(Evidence evidence) {
        return evidence.byPeople()
                .map(ResultWords::rightness)
                .orElseGet(() -> byMachine(evidence.standing()));
    }

    private Said byMachine(Standing standing) {
        return switch (standing) {
            case Standing.Judged judged -> verdict(judged.verdict());
            case Standing.Marked marked -> rightness(marked.fraction());
            case Standing.NoAnswer _ -> Said.key("none", "none");
            case Standing.Unreadable _ -> Said.key("none", "unreadable");
            case Standing.JudgeError _ -> verdict(Verdict.JUDGE_ERROR);
            case Standing.WaitingForReview _,Standing.Pending _,Standing.Missing _ ->
                Said.key("not-assessed", "notAssessed");
        };
    }

    private Said verdict(Verdict verdict) {
        return new Said(verdict.name(), "", judge.say("verdict." + verdict));
    }

    private static Said rightness(Fraction fraction) {
        if (fraction.isZero()) {
            return Said.key("wrong", "wrong");
        }
        return fraction.equals(Fraction.ONE) ? Said.key("right", "right") : Said.key("partly", "partly");
    }

    /// Samples first, then the hidden tests by what they are about; of these the numbers alone.
    List<Group> groups(HandedIn handedIn) {
        return handedIn.judging()
                .flatMap(judging -> judging.record())
                .map(JudgingRecord::parse)
                .flatMap(record -> view(record, handedIn))
                .map(this::groups)
                .orElse(List.of());
    }

    private List<Group> groups(CandidateView view) {
        var groups = new ArrayList<Group>();
        if (!view.samples().isEmpty()) {
            groups.add(new Group(judge.say("samples"), passed(view.samples()), view.samples().size()));
        }
        view.hidden()
                .forEach((key, count) -> groups
                        .add(new Group(name(view.about(), key), count.passed(), count.all())));
        return groups;
    }

    private static int passed(List<TestResult> tests) {
        return Math.toIntExact(tests.stream().filter(test -> test.verdict() == Verdict.ACCEPTED).count());
    }

    private String name(Map<String, Text> about, String key) {
        var text = about.get(key);
        return text == null ? key : text.in(language);
    }

    private static Optional<CandidateView> view(JudgingRecord record, HandedIn handedIn) {
        return source(handedIn.submission().content())
                .filter(submission -> submission.sha256().equals(record.submissionSha256()))
                .map(submission -> CandidateView.of(record, submission));
    }

    /// What no compiler takes has no tests either.
    private static Optional<Submission> source(String content) {
        try {
            return Optional.of(Submissions.of(FILE, content.getBytes(StandardCharsets.UTF_8)));
        } catch (WrongInputException e) {
            return Optional.empty();
        }
    }
}

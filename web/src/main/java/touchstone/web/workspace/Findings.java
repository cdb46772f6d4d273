package touchstone.web.workspace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import touchstone.judge.Judgement;
import touchstone.judge.report.CandidateView;
import touchstone.judge.report.JudgingRecord;
import touchstone.judge.report.Printable;
import touchstone.judge.report.TextReport;
import touchstone.judge.run.TestResult;
import touchstone.judge.run.Verdict;
import touchstone.judge.text.Language;
import touchstone.web.page.Exchange;
import touchstone.web.store.Judging;
import touchstone.web.store.Submission;
import touchstone.web.workspace.Finding.Hidden;
import touchstone.web.workspace.Finding.Kind;
import touchstone.web.workspace.Finding.Sample;
import touchstone.web.workspace.Messages.Result;

/// Puts what the judge found into words for candidates. All of it comes from a [CandidateView], so that nothing of
/// a hidden test gets here.
final class Findings {
    private static final int CHARACTERS_MAX = 4000;

    private Findings() {}

    /// Of a judging that is done.
    static Finding of(Submission submission, Judging judging, Exchange exchange) {
        return judging.record()
                .map(JudgingRecord::parse)
                .map(record -> of(CandidateView.of(record, Source.judged(submission)), Kind.SUBMISSION,
                        exchange))
                .orElseGet(() -> withoutRun(submission, exchange));
    }

    static Finding of(Judgement judgement, Kind kind, Exchange exchange) {
        return of(CandidateView.of(judgement), kind, exchange);
    }

    /// Nothing was run: there was nothing to run, or we failed before.
    private static Finding withoutRun(Submission submission, Exchange exchange) {
        return submission.content().isBlank()
                ? new Finding(Kind.SUBMISSION, "none", exchange.say("workspace.verdict.nothing"), false, "",
                        "", List.of(), List.of(), List.of())
                : ours(Kind.SUBMISSION, exchange);
    }

    static Finding ours(Kind kind, Exchange exchange) {
        return new Finding(kind, Verdict.JUDGE_ERROR.name(), exchange.say("workspace.verdict.ours"), true, "",
                "", List.of(), List.of(), List.of());
    }

    private static Finding of(CandidateView view, Kind kind, Exchange exchange) {
        if (view.verdict() == Verdict.JUDGE_ERROR) {
            return ours(kind, exchange);
        }
        return new Finding(kind, view.verdict().name(), words(view.verdict(), exchange.language()), false,
                score(view, kind, exchange), message(view), Remarks.of(view.diagnostics(), exchange),
                samples(view, exchange), hidden(view, exchange.language()));
    }

    private static String message(CandidateView view) {
        return view.diagnostics().isEmpty() ? text(view.message()) : "";
    }

    static String words(Verdict verdict, Language language) {
        return TextReport.words(language).say("verdict." + verdict);
    }

    private static String score(CandidateView view, Kind kind, Exchange exchange) {
        return switch (kind) {
            case SAMPLES -> view.samples().isEmpty() ? ""
                    : exchange.say("workspace.score.samples",
                            view.samples().stream().filter(Findings::passed).count(), view.samples().size());
            case PRACTICE, SUBMISSION ->
                exchange.say("workspace.score", view.score().points(), view.score().maxPoints());
        };
    }

    private static List<Sample> samples(CandidateView view, Exchange exchange) {
        var numbers = new HashMap<String, Integer>();
        var failed = new ArrayList<Sample>();
        var passed = new ArrayList<Sample>();
        for (var test : view.samples()) {
            int number = numbers.merge(test.about(), 1, Integer::sum);
            var name = exchange.say("workspace.sample", about(view, test.about(), exchange.language()),
                    number);
            (passed(test) ? passed : failed).add(sample(test, name, failed.isEmpty(), exchange.language()));
        }
        failed.addAll(passed);
        return failed;
    }

    private static Sample sample(TestResult test, String name, boolean first, Language language) {
        boolean passed = passed(test);
        // where values differ, the message says the same in English
        var error = test.actual() == null ? text(test.message()) : "";
        return new Sample(name, passed, passed ? "PASSED" : test.verdict().name(),
                words(test.verdict(), language), test.maxPoints() - test.points(), text(test.call()),
                text(test.expected()), text(test.actual()), error, text(test.printed()), first && !passed);
    }

    private static boolean passed(TestResult test) {
        return test.verdict() == Verdict.ACCEPTED;
    }

    private static List<Hidden> hidden(CandidateView view, Language language) {
        return view.hidden()
                .entrySet()
                .stream()
                .map(group -> hidden(about(view, group.getKey(), language), group.getValue()))
                .toList();
    }

    private static Hidden hidden(String name, CandidateView.Count count) {
        var state = count.passed() == count.all() ? "PASSED" : count.passed() > 0 ? "partly" : "FAILED";
        return new Hidden(name, state, count.passed(), count.all());
    }

    private static String about(CandidateView view, String key, Language language) {
        return Optional.ofNullable(view.about().get(key)).map(text -> text.in(language)).orElse(key);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : Printable.cut(Printable.text(text.strip()), CHARACTERS_MAX);
    }

    /// For scripts.
    static Result result(Finding finding, Exchange exchange) {
        var html = exchange.fragment("workspace/result.peb", Map.of("finding", finding));
        return new Result(finding.verdict(), finding.ours(), summary(finding, exchange), finding.remarks(),
                html);
    }

    private static String summary(Finding finding, Exchange exchange) {
        if (finding.ours()) {
            return exchange.say("workspace.ours.summary", finding.words(),
                    exchange.say("workspace.ours.free"));
        }
        var said = finding.score().isEmpty() ? finding.words()
                : exchange.say("workspace.summary", finding.words(), finding.score());
        return finding.samples()
                .stream()
                .filter(sample -> !sample.passed())
                .findFirst()
                .map(sample -> said + " " + exchange.say("workspace.summary.sample", sample.name()))
                .orElse(said);
    }
}

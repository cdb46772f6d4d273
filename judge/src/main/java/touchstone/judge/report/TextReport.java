package touchstone.judge.report;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import touchstone.judge.Judgement;
import touchstone.judge.run.TestResult;
import touchstone.judge.run.Verdict;
import touchstone.judge.score.Score;
import touchstone.judge.text.Language;
import touchstone.judge.text.Text;
import touchstone.judge.text.Words;

/// A judgement for people at a terminal: the verdict in words first, then what
/// helps to understand it, the most telling things at the top.
public final class TextReport {
    private static final int VALUE_CHARACTERS_MAX = 600;

    private final Words words;
    private final Style style;

    public TextReport(Words words, Style style) {
        this.words = words;
        this.style = style;
    }

    /// The words of every report.
    public static Words words(Language language) {
        return Words.of("touchstone.judge.report.messages", language);
    }

    /// For interviewers.
    ///
    /// @param allTests whether passed tests are listed as well
    public String of(Judgement judgement, boolean allTests) {
        var out = new StringBuilder(
                of(CandidateView.withFaults(JudgingRecord.of(judgement), judgement.submission())));
        if (addsSomething(judgement)) {
            out.append('\n').append(shown(judgement.message())).append('\n');
        }
        hiddenFailures(out, judgement);
        if (allTests) {
            allTests(out, judgement.tests());
        }
        out.append('\n').append(style.faint(usage(judgement))).append('\n');
        return out.toString();
    }

    /// Beside tests that say the same themselves a message would only be noise.
    private static boolean addsSomething(Judgement judgement) {
        return !judgement.tests().isEmpty()
                && !judgement.message().isEmpty()
                && judgement.tests().stream().noneMatch(test -> test.message().equals(judgement.message()));
    }

    /// For candidates.
    public String of(CandidateView view) {
        var out = new StringBuilder();
        out.append(headline(view)).append('\n');
        out.append(style.faint(view.exerciseId() + " · " + view.title().in(words.language()))).append('\n');
        if (!view.message().isEmpty()) {
            out.append(shown(view.message())).append('\n');
        }
        new CompilerMessages(words, style).append(out, view.submission(), view.diagnostics());
        if (!view.samples().isEmpty() || !view.hidden().isEmpty()) {
            rubric(out, view.score());
            samples(out, view);
            groups(out, view);
        }
        return out.toString();
    }

    private String headline(CandidateView view) {
        var verdict = words.say("verdict." + view.verdict());
        var score = view.score();
        return switch (view.verdict()) {
            case ACCEPTED -> style.good(points(verdict, score));
            case WRONG_ANSWER, RUN_TIME_ERROR, TIME_LIMIT_EXCEEDED, MEMORY_LIMIT_EXCEEDED,
                    OUTPUT_LIMIT_EXCEEDED, COMPILE_ERROR, SECURITY_VIOLATION ->
                style.bad(points(verdict, score));
            case JUDGE_ERROR -> style.odd(verdict);
        };
    }

    private String points(String verdict, Score score) {
        return words.say("headline", verdict, score.points(), score.maxPoints());
    }

    private void rubric(StringBuilder out, Score score) {
        heading(out, "rubric");
        score.dimensions()
                .forEach((dimension, value) -> row(out, words.say("dimension." + dimension.key()),
                        words.say("percent", Math.round(value * 100))));
    }

    private void samples(StringBuilder out, CandidateView view) {
        var failed = view.samples().stream().filter(TextReport::failed).toList();
        if (!view.samples().isEmpty()) {
            heading(out, "samples");
            row(out, words.say("samples.passed"),
                    words.say("count", view.samples().size() - failed.size(), view.samples().size()));
        }
        for (var sample : failed) {
            out.append('\n');
            failure(out, sample, about(view.about(), sample.about()));
            details(out, sample);
        }
    }

    private void groups(StringBuilder out, CandidateView view) {
        if (view.hidden().isEmpty()) {
            return;
        }
        heading(out, "hidden");
        int width = view.hidden()
                .keySet()
                .stream()
                .mapToInt(key -> Columns.width(about(view.about(), key)))
                .max()
                .orElse(0);
        view.hidden().forEach((key, count) -> {
            boolean whole = count.passed() == count.all();
            out.append("  ").append(whole ? style.good("✓") : style.bad("✗")).append(' ');
            out.append(Columns.pad(about(view.about(), key), width)).append("  ");
            out.append(words.say("count", count.passed(), count.all())).append('\n');
        });
    }

    private void hiddenFailures(StringBuilder out, Judgement judgement) {
        var failed = judgement.tests().stream().filter(test -> failed(test) && !test.sample()).toList();
        if (!failed.isEmpty()) {
            heading(out, "hidden.failed");
        }
        for (var test : failed) {
            failure(out, test, about(judgement.exercise().about(), test.about()));
            details(out, test);
        }
    }

    private void allTests(StringBuilder out, List<TestResult> tests) {
        heading(out, "tests");
        for (var test : tests) {
            out.append("  ").append(failed(test) ? style.bad("✗") : style.good("✓"));
            out.append(" %3d/%-3d ".formatted(test.points(), test.maxPoints())).append(test.name());
            out.append(style.faint("  " + test.about() + ", " + test.duration().toMillis() + " ms"))
                    .append('\n');
        }
    }

    private void failure(StringBuilder out, TestResult test, String about) {
        out.append("  ").append(style.bad("✗")).append(' ').append(style.bold(test.name())).append("  ");
        out.append(words.say("failure", about, words.say("verdict." + test.verdict()), test.maxPoints()));
        out.append('\n');
    }

    private void details(StringBuilder out, TestResult test) {
        detail(out, "input", test.call());
        detail(out, "expected", test.expected());
        detail(out, "actual", test.actual());
        detail(out, "error", test.message());
        detail(out, "printed", test.printed());
    }

    private void detail(StringBuilder out, String key, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return;
        }
        var label = Columns.pad(words.say(key), labelWidth()) + "  ";
        var indent = "    " + " ".repeat(Columns.width(label));
        out.append("    ")
                .append(style.faint(label))
                .append(shown(value).replace("\n", "\n" + indent))
                .append('\n');
    }

    private static String shown(String text) {
        return Printable.cut(Printable.text(text.strip()), VALUE_CHARACTERS_MAX);
    }

    private int labelWidth() {
        return List.of("input", "expected", "actual", "error", "printed")
                .stream()
                .mapToInt(key -> Columns.width(words.say(key)))
                .max()
                .orElse(0);
    }

    private String usage(Judgement judgement) {
        return words.say("usage", judgement.compile().toMillis(), judgement.run().toMillis(),
                judgement.usage().cpu().toMillis(), judgement.usage().peakMemory().bytes() >> 20,
                judgement.isolation(), Long.toString(judgement.seed()));
    }

    private String about(Map<String, Text> about, String key) {
        var text = about.get(key);
        return text == null ? key : text.in(words.language());
    }

    private void heading(StringBuilder out, String key) {
        out.append('\n').append(style.bold(words.say(key))).append('\n');
    }

    private static void row(StringBuilder out, String label, String value) {
        out.append("  ").append(Columns.pad(label, 16)).append("  ").append(value).append('\n');
    }

    private static boolean failed(TestResult test) {
        return test.verdict() != Verdict.ACCEPTED;
    }
}

package touchstone.web.report;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import touchstone.judge.report.Explanations;
import touchstone.judge.report.InterviewWords;
import touchstone.judge.report.JudgingRecord;
import touchstone.judge.run.TestResult;
import touchstone.judge.run.Verdict;
import touchstone.sandbox.Diagnostic;
import touchstone.web.grading.ItemDetails.HandedIn;

/// What is known about the judging of a submission: all tests, what the compiler said, times and memory.
///
/// @param anchors stand before the lines of the source
/// @param state the verdict's name
/// @param message that no test says itself
record RunView(
        String anchors,
        String state,
        String verdict,
        int points,
        int most,
        String message,
        int passed,
        List<Test> tests,
        List<Message> messages,
        Facts facts) {
    private static final Duration IN_SECONDS = Duration.ofSeconds(10);
    private static final int MEBIBYTE = 20;

    /// A test; texts are empty where there is nothing to say.
    record Test(
            String name,
            String about,
            boolean sample,
            boolean failed,
            String state,
            String verdict,
            int points,
            int most,
            String time,
            String message,
            String call,
            String expected,
            String actual,
            String printed) {}

    /// Of the compiler, as it said it.
    ///
    /// @param line 0 if it concerns none
    /// @param explained in the reader's language; empty where the message is rare
    record Message(String state, String severity, long line, long column, String text, String explained) {}

    /// With units.
    record Facts(
            String compile,
            String run,
            String runAllowed,
            String cpu,
            String cpuAllowed,
            long memory,
            long memoryAllowed,
            String isolation,
            String seed,
            String version) {}

    static RunView of(HandedIn one, JudgingRecord record, Voice voice) {
        return new RunView(ContentView.anchors(one), record.verdict().name(), voice.verdict(record.verdict()),
                record.score().points(), record.score().maxPoints(),
                addsSomething(record) ? Voice.shown(record.message()) : "",
                Math.toIntExact(record.tests().stream().filter(test -> !failed(test)).count()),
                record.tests().stream().map(test -> test(test, record, voice)).toList(),
                record.diagnostics().stream().map(found -> message(found, voice)).toList(),
                facts(record, voice));
    }

    /// Beside tests that say the same themselves a message would only be noise.
    private static boolean addsSomething(JudgingRecord record) {
        return record.tests().stream().noneMatch(test -> test.message().equals(record.message()));
    }

    private static Test test(TestResult test, JudgingRecord record, Voice voice) {
        var about = Optional.ofNullable(record.about().get(test.about())).map(voice::in).orElse(test.about());
        return new Test(test.name(), about, test.sample(), failed(test), test.verdict().name(),
                voice.verdict(test.verdict()), test.points(), test.maxPoints(), time(test.duration(), voice),
                Voice.shown(test.message()), shown(test.call()), shown(test.expected()), shown(test.actual()),
                Voice.shown(test.printed()));
    }

    private static boolean failed(TestResult test) {
        return test.verdict() != Verdict.ACCEPTED;
    }

    private static String shown(@Nullable String text) {
        return text == null ? "" : Voice.shown(text);
    }

    private static Message message(Diagnostic diagnostic, Voice voice) {
        var explained = Explanations.of(diagnostic, voice.language()).orElse("");
        var text = Voice.shown(diagnostic.message());
        return switch (diagnostic.severity()) {
            case ERROR -> new Message("error", voice.say("compiler.error"), diagnostic.line(),
                    diagnostic.column(), text, explained);
            case WARNING -> new Message("warning", voice.say("compiler.warning"), diagnostic.line(),
                    diagnostic.column(), text, explained);
        };
    }

    private static Facts facts(JudgingRecord record, Voice voice) {
        var allowed = record.allowed();
        return new Facts(time(record.compile(), voice), time(record.run(), voice), time(allowed.run(), voice),
                time(record.usage().cpu(), voice), time(allowed.cpu(), voice),
                record.usage().peakMemory().bytes() >> MEBIBYTE, allowed.memory().bytes() >> MEBIBYTE,
                record.isolation(), Long.toString(record.seed()),
                InterviewWords.version(record.exerciseHash()));
    }

    private static String time(Duration time, Voice voice) {
        return time.compareTo(IN_SECONDS) < 0 ? voice.say("millis", time.toMillis())
                : voice.say("seconds", time.toSeconds());
    }

    /// Lines that the compiler speaks of.
    Set<Integer> lines() {
        return messages.stream()
                .map(Message::line)
                .filter(line -> line > 0 && line <= Integer.MAX_VALUE)
                .map(Math::toIntExact)
                .collect(Collectors.toUnmodifiableSet());
    }
}

package touchstone.judge.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import touchstone.judge.Judgement;
import touchstone.judge.exercise.Exercise;
import touchstone.judge.report.CandidateView;
import touchstone.judge.report.JUnitXml;
import touchstone.judge.report.JsonReport;
import touchstone.judge.report.TextReport;
import touchstone.judge.run.Verdict;
import touchstone.judge.submission.Submission;
import touchstone.judge.submission.Submissions;

/// `grade EXERCISE FILE…`: one submission, judged and reported.
@Command(name = "grade")
final class GradeCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(index = "0", paramLabel = "EXERCISE", descriptionKey = "grade.exercise")
    private String exercise = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", descriptionKey = "grade.file")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--json", descriptionKey = "grade.json", order = 1)
    private boolean json;

    @Option(names = "--junit-xml", paramLabel = "FILE", descriptionKey = "grade.junitXml", order = 2)
    private @Nullable Path junitXml;

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "grade.seed", order = 3)
    private long seed = Seeds.DEFAULT;

    @Option(names = "--all-tests", descriptionKey = "grade.allTests", order = 4)
    private boolean allTests;

    @Option(names = "--candidate-view", descriptionKey = "grade.candidateView", order = 5)
    private boolean candidateView;

    @Mixin
    private CommonOptions common = new CommonOptions();

    GradeCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        checkOptions();
        var chosen = context.library(common).exercise(exercise);
        var submission = Submissions.read(files, chosen.limits().source());
        var judgement = judge(submission, chosen);
        writeXml(judgement);
        context.print(report(judgement));
        return judgement.verdict() == Verdict.JUDGE_ERROR ? ExitCode.OUR_FAULT : ExitCode.DONE;
    }

    /// Found out before a minute of grading rather than after it.
    private void checkOptions() {
        if (seed < 0 || seed > JsonReport.SEED_MAX) {
            throw context.wrongUse("grade.wrongSeed", Long.toString(JsonReport.SEED_MAX));
        }
        if (candidateView && (allTests || junitXml != null)) {
            throw context.wrongUse("grade.wrongView");
        }
        if (junitXml != null) {
            var folder = junitXml.toAbsolutePath().getParent();
            if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(junitXml)) {
                throw context.wrongUse("grade.wrongXml", junitXml);
            }
        }
    }

    private Judgement judge(Submission submission, Exercise chosen) {
        try (var progress = context.progress(); var session = context.workshop().open(1, progress::doing)) {
            return session.judge(submission, chosen, seed, progress);
        }
    }

    private String report(Judgement judgement) {
        if (candidateView) {
            var view = CandidateView.of(judgement);
            return json ? JsonReport.of(view) : text().of(view);
        }
        return json ? JsonReport.of(judgement) : text().of(judgement, allTests);
    }

    private TextReport text() {
        return new TextReport(context.reportWords(), context.style(common));
    }

    private void writeXml(Judgement judgement) {
        if (junitXml == null) {
            return;
        }
        try {
            Files.writeString(junitXml, JUnitXml.of(judgement));
        } catch (IOException e) {
            throw context.wrongUse("grade.wrongXml", junitXml);
        }
    }
}

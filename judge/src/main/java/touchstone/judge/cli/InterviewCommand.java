package touchstone.judge.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import touchstone.judge.answer.Marker;
import touchstone.judge.formula.LocalEvaluator;
import touchstone.judge.interview.AnswerSheet;
import touchstone.judge.interview.Blueprint;
import touchstone.judge.interview.CodeFolder;
import touchstone.judge.interview.InterviewGrader;
import touchstone.judge.interview.InterviewGrader.Work;
import touchstone.judge.interview.InterviewReport;
import touchstone.judge.interview.InterviewReport.Section;
import touchstone.judge.interview.Plan;
import touchstone.judge.interview.ReviewSheet;
import touchstone.judge.report.InterviewJson;
import touchstone.judge.report.InterviewText;
import touchstone.judge.report.JsonReport;
import touchstone.judge.report.Printable;
import touchstone.judge.submission.Submission;
import touchstone.judge.submission.Submissions;

/// `interview BLUEPRINT --answers FILE --code DIR`: a whole interview, graded from files.
@Command(name = "interview")
final class InterviewCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(paramLabel = "BLUEPRINT", descriptionKey = "interview.blueprint")
    private String id = "";

    @Option(names = "--answers", paramLabel = "FILE", descriptionKey = "interview.answers", order = 1)
    private @Nullable Path answers;

    @Option(names = "--code", paramLabel = "DIR", descriptionKey = "interview.code", order = 2)
    private @Nullable Path code;

    @Option(names = "--review", paramLabel = "FILE", descriptionKey = "interview.review", order = 3)
    private @Nullable Path review;

    @Option(names = "--weights", paramLabel = "PRESET|T,P,S,I", descriptionKey = "interview.weights", order = 4)
    private @Nullable String weights;

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "interview.seed", order = 5)
    private long seed = Seeds.DEFAULT;

    @Option(names = "--json", descriptionKey = "interview.json", order = 6)
    private boolean json;

    @Option(names = "--evidence", descriptionKey = "interview.evidence", order = 7)
    private boolean evidence;

    @Option(names = "--template", paramLabel = "answers|review", descriptionKey = "interview.template", order = 8)
    private @Nullable Template template;

    @Mixin
    private CommonOptions common = new CommonOptions();

    /// A form to fill in.
    enum Template {
        ANSWERS, REVIEW
    }

    InterviewCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var library = context.library(common);
        var plan = Plan.of(library.blueprint(id), library.stock());
        if (template != null) {
            context.print(new Forms(context.words(), context.console().columns()).of(template, plan));
            return ExitCode.DONE;
        }
        checkOptions();
        var chosen = InterviewWeights.choose(context, library, plan.blueprint(), weights);
        var work = new Work(answers == null ? AnswerSheet.EMPTY : AnswerSheet.read(answers, plan),
                code(plan));
        var reviews = review == null ? ReviewSheet.EMPTY
                : ReviewSheet.read(review, plan, context.clock().instant());
        var report = report(plan, work.answers(), chosen, grade(plan, work, reviews));
        context.print(json ? InterviewJson.of(report)
                : new InterviewText(context.reportWords(), context.style(common), context::hint).of(report,
                        evidence));
        return report.judgeErrors().isEmpty() ? ExitCode.DONE : ExitCode.OUR_FAULT;
    }

    /// Found out before minutes of grading rather than after them.
    private void checkOptions() {
        if (answers == null && code == null) {
            throw context.wrongUse("interview.nothing", id);
        }
        if (seed < 0 || seed > JsonReport.SEED_MAX) {
            throw context.wrongUse("grade.wrongSeed", Long.toString(JsonReport.SEED_MAX));
        }
        for (var file : new Path[]{answers, review}) {
            if (file != null && !Files.isRegularFile(file)) {
                throw context.wrongUse("interview.noFile", file);
            }
        }
        if (code != null && !Files.isDirectory(code)) {
            throw context.wrongUse("interview.noFolder", code);
        }
    }

    private Map<String, Submission> code(Plan plan) {
        if (code == null) {
            return Map.of();
        }
        var exercises = plan.exercises();
        var folder = CodeFolder.read(code, exercises.stream().map(exercise -> exercise.id()).toList());
        folder.strangers()
                .forEach(stranger -> context.console()
                        .err()
                        .println("touchstone: " + Printable.line(
                                context.words().say("interview.stranger", stranger, plan.blueprint().id()))));
        var submissions = new LinkedHashMap<String, Submission>();
        for (var exercise : exercises) {
            var files = folder.files().get(exercise.id());
            if (files != null) {
                submissions.put(exercise.id(), Submissions.read(files, exercise.limits().source()));
            }
        }
        return submissions;
    }

    private List<Section> grade(Plan plan, Work work, ReviewSheet reviews) {
        try (var progress = context.progress(); var session = context.workshop().open(1, progress::doing)) {
            var marker = new Marker(session.formulas(), new LocalEvaluator());
            return new InterviewGrader(session, marker, context.clock()).grade(plan, work, reviews, seed,
                    progress::grading, progress);
        }
    }

    private InterviewReport report(
            Plan plan,
            AnswerSheet sheet,
            InterviewWeights chosen,
            List<Section> sections) {
        Blueprint blueprint = plan.blueprint();
        var candidate = Optional.of(sheet.candidate()).filter(name -> !name.isBlank());
        return InterviewReport.of(blueprint.id(), blueprint.title(), candidate, context.clock().instant(),
                seed, chosen.weights(), chosen.from(), sections, List.of());
    }
}

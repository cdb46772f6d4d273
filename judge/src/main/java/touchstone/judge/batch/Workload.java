package touchstone.judge.batch;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import touchstone.judge.batch.Manifest.Entrant;
import touchstone.judge.batch.intake.Applicant;
import touchstone.judge.batch.intake.Finding;
import touchstone.judge.batch.intake.Finding.Reason;
import touchstone.judge.batch.intake.Intake;
import touchstone.judge.exercise.Exercise;
import touchstone.judge.interview.AnswerSheet;
import touchstone.judge.interview.Plan;
import touchstone.judge.interview.SheetException;
import touchstone.judge.submission.WrongInputException;
import touchstone.judge.upload.Upload;

/// All that a batch has to judge, equal work together.
final class Workload {
    private final Scheme scheme;
    private final Map<String, Job> jobs = new LinkedHashMap<>();
    private final List<Entrant> entrants = new ArrayList<>();

    private Workload(Scheme scheme) {
        this.scheme = scheme;
    }

    static Workload of(Intake intake, Scheme scheme) {
        var workload = new Workload(scheme);
        intake.applicants().forEach(workload::add);
        return workload;
    }

    List<Job> jobs() {
        return List.copyOf(jobs.values());
    }

    List<Entrant> entrants() {
        return List.copyOf(entrants);
    }

    private void add(Applicant applicant) {
        var keys = new LinkedHashMap<String, String>();
        var sources = new LinkedHashMap<String, String>();
        var findings = new ArrayList<>(applicant.findings());
        for (var exercise : scheme.exercises()) {
            var files = applicant.code().getOrDefault(exercise.id(), List.of());
            if (!files.isEmpty()) {
                code(applicant, exercise, files, keys, sources, findings);
            }
        }
        scheme.interview()
                .ifPresent(plan -> applicant.answers()
                        .flatMap(file -> sheet(applicant, file, plan, findings))
                        .ifPresent(sheet -> answers(applicant, sheet, keys)));
        entrants.add(new Entrant(applicant.id(), applicant.name(), keys, sources, findings));
    }

    private void code(
            Applicant applicant,
            Exercise exercise,
            List<Upload.File> files,
            Map<String, String> keys,
            Map<String, String> sources,
            List<Finding> findings) {
        var place = applicant.id() + "/" + exercise.id();
        try {
            var submission = Job.submission(files, exercise);
            submission.unreadable()
                    .forEach(found -> findings.add(Finding.of(place, Reason.NOT_UTF8,
                            Long.toString(found.line()), Long.toString(found.column()))));
            var key = Job.key(exercise, submission, scheme.seed());
            keys.put(exercise.id(), key);
            sources.put(exercise.id(), submission.sha256());
            jobs.merge(key, new Job.Code(key, exercise, files, List.of(applicant.id())), Workload::both);
        } catch (WrongInputException wrong) {
            findings.add(finding(place, wrong, exercise));
        }
    }

    private static Finding finding(String place, WrongInputException wrong, Exercise exercise) {
        var limits = exercise.limits().source();
        return switch (wrong.reason()) {
            case EMPTY -> Finding.of(place, Reason.EMPTY);
            case TOO_LARGE -> Finding.of(place, Reason.TOO_LARGE, limits.total().toString());
            case BINARY -> Finding.of(place, Reason.BINARY);
            case NUMBER_OF_FILES -> Finding.of(place, Reason.TOO_MANY_FILES, wrong.what(), wrong.limit());
            case MISSING, DIRECTORY, NO_ORDINARY_FILE, UNREADABLE ->
                throw new IllegalStateException("these files are in memory", wrong);
        };
    }

    private static Optional<AnswerSheet> sheet(
            Applicant applicant,
            Upload.File file,
            Plan plan,
            List<Finding> findings) {
        var place = applicant.id() + "/" + file.path().substring(file.path().lastIndexOf('/') + 1);
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file.content())).toString();
            if (text.isBlank()) {
                findings.add(Finding.of(place, Reason.EMPTY));
                return Optional.empty();
            }
            return Optional.of(AnswerSheet.parse(Path.of("answers.yaml"), text, plan));
        } catch (CharacterCodingException e) {
            findings.add(Finding.of(place, Reason.BAD_ANSWERS, "UTF-8"));
        } catch (SheetException wrong) {
            wrong.problems()
                    .forEach(problem -> findings
                            .add(Finding.of(place, Reason.BAD_ANSWERS, problem.line() == 0 ? problem.message()
                                    : ":" + problem.line() + " " + problem.message())));
        }
        return Optional.empty();
    }

    private void answers(Applicant applicant, AnswerSheet sheet, Map<String, String> keys) {
        for (var question : scheme.questions()) {
            var answer = sheet.answers().getOrDefault(question.id(), "");
            if (!answer.isBlank()) {
                var key = Job.key(question, answer, scheme.seed());
                keys.put(question.id(), key);
                jobs.merge(key, new Job.Answer(key, question, answer, List.of(applicant.id())),
                        Workload::both);
            }
        }
    }

    private static Job both(Job one, Job other) {
        var applicants = new ArrayList<>(one.applicants());
        applicants.addAll(other.applicants());
        return switch (one) {
            case Job.Code code ->
                new Job.Code(code.key(), code.exercise(), code.files(), List.copyOf(applicants));
            case Job.Answer answer ->
                new Job.Answer(answer.key(), answer.question(), answer.answer(), List.copyOf(applicants));
        };
    }
}

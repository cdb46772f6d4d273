package touchstone.judge.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import touchstone.judge.certify.BankFacts;
import touchstone.judge.certify.Certifier;
import touchstone.judge.certify.ExerciseProof;
import touchstone.judge.certify.KeptProofs;
import touchstone.judge.certify.QuestionCertifier;
import touchstone.judge.compile.Cache;
import touchstone.judge.exercise.Exercise;
import touchstone.judge.formula.LocalEvaluator;
import touchstone.judge.interview.BlueprintProof;
import touchstone.judge.question.QuestionBank;
import touchstone.judge.yaml.Problem;

/// `verify [WHAT…]`: proves exercises with their own samples, the bank of questions by itself, and blueprints
/// by what they name.
@Command(name = "verify")
final class VerifyCommand implements Callable<Integer> {
    /// No exercises have these ids, because they are folders beside them.
    private static final String QUESTIONS = "questions";
    private static final String BLUEPRINTS = "blueprints";
    private static final int SEEDS_MAX = 10_000;

    private final Context context;

    @Parameters(paramLabel = "EXERCISE|questions|blueprints", descriptionKey = "verify.what")
    private List<String> whats = new ArrayList<>();

    @Option(names = "--seeds", paramLabel = "N", descriptionKey = "verify.seeds", order = 1)
    private int seeds = 20;

    @Option(names = "--mutants", descriptionKey = "verify.mutants", order = 2)
    private boolean mutants;

    @Option(names = "--fresh", descriptionKey = "verify.fresh", order = 3)
    private boolean fresh;

    @Option(names = "--html", paramLabel = "FILE", descriptionKey = "verify.html", order = 4)
    private @Nullable Path html;

    @Option(names = "--json", descriptionKey = "verify.json", order = 5)
    private boolean json;

    @Mixin
    private CommonOptions common = new CommonOptions();

    VerifyCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (seeds < 1 || seeds > SEEDS_MAX) {
            throw context.wrongUse("verify.wrongSeeds", SEEDS_MAX);
        }
        var library = context.library(common);
        var ids = whats.stream()
                .distinct()
                .filter(what -> !List.of(QUESTIONS, BLUEPRINTS).contains(what))
                .toList();
        var asked = ids.stream().map(library::exercise).toList();
        var findings = new ArrayList<Finding>();
        if (whats.isEmpty() || !asked.isEmpty()) {
            var certificate = whats.isEmpty() ? exercises(library.exercises(), library.problems())
                    : exercises(asked, List.of());
            findings.add(certificate);
            write(certificate);
        }
        if (whats.isEmpty() || whats.contains(QUESTIONS)) {
            findings.add(questions(library.questions()));
        }
        if (whats.isEmpty() || whats.contains(BLUEPRINTS)) {
            findings.add(blueprints(library));
        }
        context.print(json ? json(findings)
                : findings.stream()
                        .map(finding -> finding.text(context.words(), context.style(common)))
                        .collect(Collectors.joining("\n")));
        return findings.stream().allMatch(Finding::proven) ? ExitCode.DONE : ExitCode.UNPROVEN;
    }

    private static String json(List<Finding> findings) {
        var mapper = JsonMapper.shared();
        var root = mapper.createObjectNode();
        root.put("proven", findings.stream().allMatch(Finding::proven));
        findings.forEach(finding -> finding.json(root));
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    }

    private Certificate exercises(List<Exercise> exercises, List<Problem> broken) {
        return new Certificate(exercises, certify(exercises), broken);
    }

    /// Before anything is printed, so that a failure to write is not missed among all the lines.
    private void write(Certificate certificate) {
        if (html == null) {
            return;
        }
        try {
            Files.writeString(html, CertificatePage.html(certificate, context.words()));
        } catch (IOException e) {
            throw context.wrongUse("verify.cannotWrite", html);
        }
    }

    /// What authors wrote is evaluated here and not in a box, so that questions are proven anywhere.
    private Finding questions(QuestionBank bank) {
        var claims = new QuestionCertifier(new LocalEvaluator()).certify(bank, Seeds.DEFAULT);
        return new QuestionCertificate(claims, BankFacts.of(bank), context.reportWords());
    }

    private Finding blueprints(Library library) {
        var stock = library.stock();
        var broken = new ArrayList<Problem>(library.blueprints().problems());
        broken.addAll(library.planned().problems());
        broken.addAll(library.rubricProblems());
        return new BlueprintCertificate(library.blueprints()
                .all()
                .stream()
                .map(blueprint -> BlueprintProof.of(blueprint, stock))
                .toList(), broken, context.reportWords());
    }

    private List<ExerciseProof> certify(List<Exercise> exercises) {
        if (exercises.isEmpty()) {
            return List.of();
        }
        int cores = Runtime.getRuntime().availableProcessors();
        var kept = fresh ? KeptProofs.none() : KeptProofs.in(new Cache(context.workshop().cache()));
        var scope = new Certifier.Scope(Seeds.DEFAULT, seeds, mutants);
        try (var progress = context.progress();
                var session = context.workshop().open(cores, progress::doing)) {
            return new Certifier(session, context.workshop()::suite, kept, cores).certify(exercises, scope,
                    progress::verifying);
        }
    }
}

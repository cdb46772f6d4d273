package touchstone.judge.cli;

import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;
import touchstone.judge.certify.ExerciseProof;
import touchstone.judge.certify.Mutation.Fate;
import touchstone.judge.certify.Proof;
import touchstone.judge.exercise.Exercise;
import touchstone.judge.report.Printable;
import touchstone.judge.report.Style;
import touchstone.judge.text.Words;
import touchstone.judge.yaml.Problem;

/// What `verify` found about exercises.
///
/// @param proofs in the same order
/// @param broken folders that could not even be read
record Certificate(List<Exercise> exercises, List<ExerciseProof> proofs, List<Problem> broken)
        implements Finding {
    private static final int DETAIL_CHARACTERS_MAX = 1_000;

    @Override
    public boolean proven() {
        return broken.isEmpty() && !exercises.isEmpty() && proofs.stream().allMatch(ExerciseProof::holds);
    }

    @Override
    public String text(Words words, Style style) {
        var out = new StringBuilder();
        for (int i = 0; i < exercises.size(); i++) {
            var proof = proofs.get(i);
            out.append(style.bold(proof.exercise())).append('\n');
            for (var kind : Proof.Kind.values()) {
                kind(out, proof.of(kind), proof, words, style);
            }
            out.append('\n');
        }
        broken.forEach(problem -> line(out, style.bad("✗"), problem.toString()));
        var summary = words.say("verify.summary", exercises.size(), holding(), claims());
        return out.append(proven() ? style.good(summary) : style.bad(summary)).append('\n').toString();
    }

    long claims() {
        return proofs.stream().mapToLong(proof -> proof.proofs().size()).sum();
    }

    long holding() {
        return proofs.stream().flatMap(proof -> proof.proofs().stream()).filter(Proof::holds).count();
    }

    @Override
    public void json(ObjectNode root) {
        var nodes = root.putArray("exercises");
        for (int i = 0; i < exercises.size(); i++) {
            json(nodes.addObject(), exercises.get(i), proofs.get(i));
        }
        var problems = root.putArray("broken");
        broken.forEach(problem -> problems.add(problem.toString()));
    }

    private static void json(ObjectNode node, Exercise exercise, ExerciseProof proof) {
        var claims = node.put("id", exercise.id())
                .put("hash", exercise.hash())
                .put("proven", proof.holds())
                .putArray("proofs");
        proof.proofs()
                .forEach(one -> claims.addObject()
                        .put("kind", lower(one.kind()))
                        .put("subject", one.subject())
                        .put("holds", one.holds())
                        .put("detail", one.detail()));
        var mutants = node.putArray("mutants");
        proof.mutations()
                .forEach(one -> mutants.addObject()
                        .put("submission", one.submission())
                        .put("line", one.line())
                        .put("code", one.code())
                        .put("change", one.change())
                        .put("fate", lower(one.fate()))
                        .put("detail", one.detail()));
    }

    private static String lower(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }

    private static void kind(
            StringBuilder out,
            List<Proof> proofs,
            ExerciseProof whole,
            Words words,
            Style style) {
        if (proofs.isEmpty()) {
            return;
        }
        boolean holds = proofs.stream().allMatch(Proof::holds);
        line(out, holds ? style.good("✓") : style.bad("✗"), sentence(proofs, whole, words));
        proofs.stream()
                .filter(proof -> !proof.holds())
                .forEach(proof -> line(out, "   ", style.bold(proof.subject()) + "  "
                        + Printable.cut(Printable.line(proof.detail()), DETAIL_CHARACTERS_MAX)));
    }

    /// Of one kind: how many hold, or for mutants what became of them.
    static String sentence(List<Proof> proofs, ExerciseProof whole, Words words) {
        var kind = proofs.getFirst().kind();
        return kind == Proof.Kind.MUTANTS
                ? words.say("verify.MUTANTS", whole.mutations().size(), whole.count(Fate.KILLED),
                        whole.count(Fate.EQUIVALENT), whole.count(Fate.SURVIVED))
                : words.say("verify." + kind, proofs.stream().filter(Proof::holds).count(), proofs.size());
    }

    private static void line(StringBuilder out, String mark, String text) {
        out.append("  ").append(mark).append(' ').append(text).append('\n');
    }
}

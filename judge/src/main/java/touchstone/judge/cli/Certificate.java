package touchstone.judge.cli;

import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;
import touchstone.judge.certify.Proof;
import touchstone.judge.exercise.Exercise;
import touchstone.judge.report.Printable;
import touchstone.judge.report.Style;
import touchstone.judge.text.Words;
import touchstone.judge.yaml.Problem;

/// What `verify` found about exercises.
///
/// @param broken folders that could not even be read
record Certificate(List<Exercise> exercises, List<Proof> proofs, List<Problem> broken) implements Finding {
    private static final int DETAIL_CHARACTERS_MAX = 400;

    @Override
    public boolean proven() {
        return broken.isEmpty() && !exercises.isEmpty() && proofs.stream().allMatch(Proof::holds);
    }

    @Override
    public String text(Words words, Style style) {
        var out = new StringBuilder();
        for (var exercise : exercises) {
            out.append(style.bold(exercise.id())).append('\n');
            for (var kind : Proof.Kind.values()) {
                kind(out, of(exercise).stream().filter(proof -> proof.kind() == kind).toList(), words, style);
            }
            out.append('\n');
        }
        broken.forEach(problem -> line(out, style.bad("✗"), problem.toString()));
        long holding = proofs.stream().filter(Proof::holds).count();
        var summary = words.say("verify.summary", exercises.size(), holding, proofs.size());
        return out.append(proven() ? style.good(summary) : style.bad(summary)).append('\n').toString();
    }

    @Override
    public void json(ObjectNode root) {
        var nodes = root.putArray("exercises");
        for (var exercise : exercises) {
            var proofs = nodes.addObject()
                    .put("id", exercise.id())
                    .put("hash", exercise.hash())
                    .put("proven", of(exercise).stream().allMatch(Proof::holds))
                    .putArray("proofs");
            of(exercise).forEach(proof -> proofs.addObject()
                    .put("kind", proof.kind().name().toLowerCase(Locale.ROOT))
                    .put("subject", proof.subject())
                    .put("holds", proof.holds())
                    .put("detail", proof.detail()));
        }
        var problems = root.putArray("broken");
        broken.forEach(problem -> problems.add(problem.toString()));
    }

    private List<Proof> of(Exercise exercise) {
        return proofs.stream().filter(proof -> proof.exercise().equals(exercise.id())).toList();
    }

    private static void kind(StringBuilder out, List<Proof> proofs, Words words, Style style) {
        if (proofs.isEmpty()) {
            return;
        }
        long holding = proofs.stream().filter(Proof::holds).count();
        line(out, holding == proofs.size() ? style.good("✓") : style.bad("✗"),
                words.say("verify." + proofs.getFirst().kind(), holding, proofs.size()));
        proofs.stream()
                .filter(proof -> !proof.holds())
                .forEach(proof -> line(out, "   ", style.bold(proof.subject()) + "  "
                        + Printable.cut(Printable.line(proof.detail()), DETAIL_CHARACTERS_MAX)));
    }

    private static void line(StringBuilder out, String mark, String text) {
        out.append("  ").append(mark).append(' ').append(text).append('\n');
    }
}

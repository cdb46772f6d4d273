package touchstone.judge.cli;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.interview.BlueprintProof;
import touchstone.judge.report.Printable;
import touchstone.judge.report.Style;
import touchstone.judge.text.Words;
import touchstone.judge.yaml.Problem;

/// What `verify` found about blueprints.
///
/// @param broken what is wrong with those that could not even be read, and with rubric and planned exercises
/// @param reportWords name the dimensions
record BlueprintCertificate(List<BlueprintProof> proofs, List<Problem> broken, Words reportWords)
        implements Finding {
    @Override
    public boolean proven() {
        return broken.isEmpty() && !proofs.isEmpty() && proofs.stream().allMatch(BlueprintProof::proven);
    }

    @Override
    public String text(Words words, Style style) {
        var out = new StringBuilder();
        proofs.forEach(proof -> proof(out, proof, words, style));
        broken.forEach(problem -> line(out, style.bad("✗"), Printable.line(problem.toString())));
        long proven = proofs.stream().filter(BlueprintProof::proven).count();
        var summary = words.say("verify.blueprints.summary", proven, proofs.size(), broken.size());
        return out.append(proven() ? style.good(summary) : style.bad(summary)).append('\n').toString();
    }

    private void proof(StringBuilder out, BlueprintProof proof, Words words, Style style) {
        out.append(style.bold(proof.blueprint().id())).append('\n');
        line(out, proof.proven() ? style.good("✓") : style.bad("✗"), words.say("blueprint.time",
                proof.blueprint().minutes(), chapters(proof, words), proof.free()));
        line(out, " ", words.say("blueprint.shares", shares(proof, words)));
        if (!proof.planned().isEmpty()) {
            line(out, " ", words.say("blueprint.plannedItems", String.join(", ", proof.planned())));
        }
        proof.problems().forEach(problem -> line(out, "   ", Printable.line(problem.toString())));
        out.append('\n');
    }

    private static String chapters(BlueprintProof proof, Words words) {
        return proof.chapters().entrySet().stream().map(chapter -> words.say(switch (chapter.getKey()) {
            case BlueprintProof.CODE -> "blueprint.code";
            case "N" -> "blueprint.notes";
            default -> "blueprint.chapter";
        }, chapter.getKey(), chapter.getValue()))
                .collect(Collectors.joining(words.say("blueprint.separator")));
    }

    private String shares(BlueprintProof proof, Words words) {
        return Stream.of(RubricDimension.values())
                .map(dimension -> words.say("blueprint.share",
                        reportWords.say("dimension." + dimension.key()),
                        Math.round(proof.shares().getOrDefault(dimension, 0.0) * 100),
                        proof.blueprint().weights().of(dimension)))
                .collect(Collectors.joining(words.say("blueprint.separator")));
    }

    private static void line(StringBuilder out, String mark, String text) {
        out.append("  ").append(mark).append(' ').append(text).append('\n');
    }

    @Override
    public void json(ObjectNode root) {
        var node = root.putObject("blueprints").put("proven", proven());
        var nodes = node.putArray("blueprints");
        proofs.forEach(proof -> json(nodes.addObject(), proof));
        var problems = node.putArray("broken");
        broken.forEach(problem -> problems.add(problem.toString()));
    }

    private static void json(ObjectNode node, BlueprintProof proof) {
        node.put("id", proof.blueprint().id()).put("proven", proof.proven());
        node.put("minutes", proof.blueprint().minutes()).put("free", proof.free());
        var chapters = node.putObject("chapters");
        proof.chapters().forEach(chapters::put);
        var shares = node.putObject("shares");
        proof.shares().forEach((dimension, share) -> shares.put(dimension.key(), share));
        var planned = node.putArray("planned");
        proof.planned().forEach(planned::add);
        var problems = node.putArray("problems");
        proof.problems().forEach(problem -> problems.add(problem.toString()));
    }
}

package touchstone.judge.cli;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.compile.TestCase;
import touchstone.judge.exercise.Exercise;
import touchstone.judge.text.Text;

/// Exercises as JSON.
final class CatalogueJson {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private CatalogueJson() {}

    static String list(List<Exercise> exercises) {
        var root = MAPPER.createObjectNode();
        var nodes = root.putArray("exercises");
        exercises.forEach(exercise -> summary(nodes.addObject(), exercise));
        return text(root);
    }

    /// With everything a candidate gets, and the visible tests by name.
    static String show(Exercise exercise, List<TestCase> samples) {
        var root = MAPPER.createObjectNode();
        summary(root, exercise);
        texts(root.putObject("statement"), exercise.statement());
        root.put("contract", exercise.contractSource());
        root.put("starter", exercise.starter());
        var tests = root.putArray("samples");
        samples.forEach(sample -> tests.addObject()
                .put("name", sample.name())
                .put("about", sample.about())
                .put("points", sample.points()));
        var sources = root.putArray("sources");
        exercise.sources().forEach(sources::add);
        return text(root);
    }

    private static void summary(ObjectNode node, Exercise exercise) {
        node.put("id", exercise.id());
        node.put("topic", exercise.topic());
        texts(node.putObject("title"), exercise.title());
        node.put("level", exercise.level());
        node.put("minutes", exercise.minutes());
        var rubric = node.putObject("rubric");
        for (var dimension : RubricDimension.values()) {
            int share = exercise.rubric().getOrDefault(dimension, 0);
            if (share > 0) {
                rubric.put(dimension.key(), share);
            }
        }
        node.put("hash", exercise.hash());
    }

    private static void texts(ObjectNode node, Text text) {
        node.put("zh", text.zh()).put("en", text.en());
    }

    private static String text(ObjectNode root) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    }
}

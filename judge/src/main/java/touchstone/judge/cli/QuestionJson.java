package touchstone.judge.cli;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import touchstone.judge.question.Chapter;
import touchstone.judge.question.Key;
import touchstone.judge.question.Key.Option;
import touchstone.judge.question.Question;
import touchstone.judge.question.QuestionType;
import touchstone.judge.text.Text;

/// Questions as JSON. Keys are there only where somebody asked for them.
final class QuestionJson {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private QuestionJson() {}

    static String list(List<Chapter> chapters) {
        var root = MAPPER.createObjectNode();
        var nodes = root.putArray("chapters");
        for (var chapter : chapters) {
            var node = nodes.addObject().put("id", chapter.id());
            put(node.putObject("title"), chapter.title());
            if (chapter.minutes() > 0) {
                node.put("minutes", chapter.minutes());
            }
            var questions = node.putArray("questions");
            chapter.questions().forEach(question -> summary(questions.addObject(), question));
        }
        return print(root);
    }

    /// What a candidate sees.
    static String asAsked(Question question) {
        return print(asked(question));
    }

    static String withKey(Question question) {
        var root = asked(question);
        key(root.putObject("key"), question.key());
        put(root.putObject("solution"), question.solution());
        var wrong = root.putArray("wrong");
        question.wrong()
                .forEach(mistake -> put(wrong.addObject().put("answer", mistake.answer()).putObject("why"),
                        mistake.why()));
        root.put("ref", question.ref());
        return print(root);
    }

    /// As people write it: without an empty fraction.
    private static void summary(ObjectNode node, Question question) {
        node.put("id", question.id())
                .put("type", QuestionType.of(question.key()).key())
                .put("level", question.level())
                .put("minutes", question.minutes())
                .put("dimension", question.rubric().key());
        add(node.putArray("covers"), question.covers());
        put(node.putObject("prompt"), question.prompt());
        node.put("hash", question.hash());
    }

    private static ObjectNode asked(Question question) {
        var node = MAPPER.createObjectNode();
        summary(node, question);
        switch (question.key()) {
            case Key.Numeric(_, String unit, _, _) -> node.put("unit", unit);
            case Key.Single(List<Option> options, _) -> options(node, options);
            case Key.Multiple(List<Option> options, _) -> options(node, options);
            case Key.Ordering(List<Option> options, _) -> options(node, options);
            case Key.Formula formula -> add(node.putArray("variables"), formula.variables().keySet());
            case Key.Open _ -> {
                // the prompt says it all
            }
        }
        return node;
    }

    private static void options(ObjectNode node, List<Option> options) {
        var array = node.putArray("options");
        options.forEach(option -> put(array.addObject().put("letter", option.letter()), option.text()));
    }

    private static void key(ObjectNode node, Key key) {
        switch (key) {
            case Key.Numeric numeric -> {
                node.put("value", numeric.value()).put("unit", numeric.unit());
                tolerance(node, numeric.tolerance());
                node.put("computation", numeric.computation());
            }
            case Key.Single(_, String answer) -> node.put("answer", answer);
            case Key.Multiple(_, var answer) ->
                add(node.putArray("answer"), answer.stream().sorted().toList());
            case Key.Ordering(_, List<String> answer) -> add(node.putArray("answer"), answer);
            case Key.Formula formula -> formula(node, formula);
            case Key.Open(_, List<Key.KeyPoint> points) -> {
                var array = node.putArray("points");
                points.forEach(point -> put(array.addObject().put("points", point.points()), point.text()));
            }
        }
    }

    private static void formula(ObjectNode node, Key.Formula formula) {
        node.put("expression", formula.expression());
        var variables = node.putObject("variables");
        formula.variables()
                .forEach((name, range) -> variables.putArray(name).add(range.low()).add(range.high()));
        tolerance(node, formula.tolerance());
    }

    private static void tolerance(ObjectNode node, Key.Tolerance tolerance) {
        node.putObject("tolerance").put("rel", tolerance.relative()).put("abs", tolerance.absolute());
    }

    private static void put(ObjectNode node, Text text) {
        node.put("zh", text.zh()).put("en", text.en());
    }

    private static void add(ArrayNode array, Iterable<String> texts) {
        texts.forEach(array::add);
    }

    private static String print(ObjectNode root) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    }
}

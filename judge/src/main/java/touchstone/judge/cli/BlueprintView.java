package touchstone.judge.cli;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.interview.Blueprint;
import touchstone.judge.interview.Blueprint.Part;
import touchstone.judge.interview.Entry;
import touchstone.judge.interview.Stock;
import touchstone.judge.report.Columns;
import touchstone.judge.report.Style;
import touchstone.judge.text.Text;
import touchstone.judge.text.Words;

/// Blueprints as text and as JSON.
final class BlueprintView {
    private final Context context;
    private final Style style;
    private final Words words;

    BlueprintView(Context context, Style style) {
        this.context = context;
        this.style = style;
        words = context.words();
    }

    String list(List<Blueprint> blueprints) {
        if (blueprints.isEmpty()) {
            return words.say("blueprints.none");
        }
        int idWidth = blueprints.stream().mapToInt(blueprint -> blueprint.id().length()).max().orElse(0);
        int titleWidth = blueprints.stream()
                .mapToInt(blueprint -> Columns.width(in(blueprint.title())))
                .max()
                .orElse(0);
        return blueprints.stream()
                .map(blueprint -> Columns.pad(blueprint.id(), idWidth + 2)
                        + Columns.pad(in(blueprint.title()), titleWidth + 2)
                        + words.say("blueprints.row", blueprint.minutes(), blueprint.items().count()))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    String show(Blueprint blueprint, Stock stock) {
        var out = new StringBuilder();
        out.append(style.bold(in(blueprint.title()))).append('\n');
        out.append(style
                .faint(words.say("blueprint.facts", blueprint.id(), blueprint.minutes(), weights(blueprint))))
                .append("\n\n");
        Columns.wrap(in(blueprint.description()), context.console().columns())
                .forEach(line -> out.append(line).append('\n'));
        blueprint.parts().forEach(part -> part(out, part, stock));
        return out.toString();
    }

    private void part(StringBuilder out, Part part, Stock stock) {
        out.append('\n').append(style.bold(in(part.title()))).append("  ");
        out.append(style.faint(words.say("blueprint.minutes", part.minutes()))).append('\n');
        int idWidth = part.items().stream().mapToInt(String::length).max().orElse(0);
        for (var id : part.items()) {
            out.append("  ").append(Columns.pad(id, idWidth)).append("  ");
            out.append(stock.find(id).map(this::item).orElseGet(() -> words.say("blueprint.unknown")));
            out.append('\n');
        }
    }

    private String item(Entry entry) {
        var minutes = words.say("blueprint.minutes", entry.item().minutes());
        var title = entry instanceof Entry.Planned ? words.say("blueprint.planned", in(entry.item().title()))
                : in(entry.item().title());
        return Columns.pad(minutes, Columns.width(words.say("blueprint.minutes", 888)) + 1)
                + Columns.cut(title.replace('\n', ' '), context.console().columns() - 40);
    }

    private String weights(Blueprint blueprint) {
        return Stream.of(RubricDimension.values())
                .map(dimension -> dimension(dimension) + " " + blueprint.weights().of(dimension) + "%")
                .collect(Collectors.joining(" "));
    }

    static String listJson(List<Blueprint> blueprints) {
        var root = JsonMapper.shared().createObjectNode();
        var nodes = root.putArray("blueprints");
        blueprints.forEach(blueprint -> summary(nodes.addObject(), blueprint));
        return text(root);
    }

    static String showJson(Blueprint blueprint, Stock stock) {
        var root = JsonMapper.shared().createObjectNode();
        summary(root, blueprint);
        var parts = root.putArray("parts");
        for (var part : blueprint.parts()) {
            var node = parts.addObject();
            texts(node.putObject("title"), part.title());
            node.put("minutes", part.minutes());
            var items = node.putArray("items");
            for (var id : part.items()) {
                var entry = stock.find(id);
                items.addObject()
                        .put("id", id)
                        .put("minutes", entry.map(found -> found.item().minutes()).orElse(null))
                        .put("kind", entry.map(BlueprintView::kind).orElse("unknown"));
            }
        }
        return text(root);
    }

    private static String kind(Entry entry) {
        return switch (entry) {
            case Entry.Coding _ -> "exercise";
            case Entry.Asked _ -> "question";
            case Entry.Planned _ -> "planned";
        };
    }

    private static void summary(ObjectNode node, Blueprint blueprint) {
        node.put("id", blueprint.id());
        texts(node.putObject("title"), blueprint.title());
        texts(node.putObject("description"), blueprint.description());
        node.put("minutes", blueprint.minutes());
        var weights = node.putObject("weights");
        for (var dimension : RubricDimension.values()) {
            weights.put(dimension.key(), blueprint.weights().of(dimension));
        }
    }

    private static void texts(ObjectNode node, Text text) {
        node.put("zh", text.zh()).put("en", text.en());
    }

    private static String text(ObjectNode root) {
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(root);
    }

    private String dimension(RubricDimension dimension) {
        return context.reportWords().say("dimension." + dimension.key());
    }

    private String in(Text text) {
        return text.in(words.language());
    }
}

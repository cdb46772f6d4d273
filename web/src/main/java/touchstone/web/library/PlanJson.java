package touchstone.web.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import touchstone.judge.text.Text;
import touchstone.web.library.InterviewPlan.Part;
import touchstone.web.library.InterviewPlan.Slot;

/// A plan as the column `interview.plan` holds it.
final class PlanJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private PlanJson() {}

    static String write(InterviewPlan plan) {
        var root = JSON.createObjectNode();
        var parts = root.putArray("parts");
        for (var part : plan.parts()) {
            var node = parts.addObject();
            node.putObject("title").put("zh", part.title().zh()).put("en", part.title().en());
            node.put("minutes", part.minutes());
            var items = node.putArray("items");
            part.items().forEach(slot -> write(items.addObject(), slot));
        }
        return JSON.writeValueAsString(root);
    }

    private static void write(ObjectNode node, Slot slot) {
        node.put("id", slot.id());
        slot.minutes().ifPresent(minutes -> node.put("minutes", minutes));
    }

    static InterviewPlan read(String json) {
        JsonNode root;
        try {
            root = JSON.readTree(json);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("the plan is no JSON: " + e.getOriginalMessage(), e);
        }
        knowing(root, "", Set.of("parts"));
        var parts = new ArrayList<Part>();
        for (var part : array(root, "", "parts")) {
            parts.add(part(part, "/parts/" + parts.size()));
        }
        return new InterviewPlan(parts);
    }

    private static Part part(JsonNode part, String place) {
        knowing(part, place, Set.of("title", "minutes", "items"));
        var title = required(part, place, "title");
        knowing(title, place + "/title", Set.of("zh", "en"));
        var items = new ArrayList<Slot>();
        for (var item : array(part, place, "items")) {
            items.add(slot(item, place + "/items/" + items.size()));
        }
        return new Part(
                new Text(string(title, place + "/title", "zh"), string(title, place + "/title", "en")),
                integer(part, place, "minutes"), items);
    }

    private static Slot slot(JsonNode item, String place) {
        knowing(item, place, Set.of("id", "minutes"));
        return new Slot(string(item, place, "id"),
                item.has("minutes") ? Optional.of(integer(item, place, "minutes")) : Optional.empty());
    }

    private static void knowing(JsonNode node, String place, Set<String> keys) {
        if (!node.isObject()) {
            throw wrong(place.isEmpty() ? "/" : place, "must be an object");
        }
        for (var key : node.propertyNames()) {
            if (!keys.contains(key)) {
                throw wrong(place + "/" + key, "is not known; remove it");
            }
        }
    }

    private static JsonNode required(JsonNode node, String place, String key) {
        var value = node.get(key);
        if (value == null) {
            throw wrong(place + "/" + key, "is missing");
        }
        return value;
    }

    private static List<JsonNode> array(JsonNode node, String place, String key) {
        var value = required(node, place, key);
        if (!value.isArray()) {
            throw wrong(place + "/" + key, "must be a list");
        }
        return List.copyOf(value.values());
    }

    private static String string(JsonNode node, String place, String key) {
        var value = required(node, place, key);
        if (!value.isString()) {
            throw wrong(place + "/" + key, "must be a text");
        }
        return value.stringValue();
    }

    private static int integer(JsonNode node, String place, String key) {
        var value = required(node, place, key);
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw wrong(place + "/" + key, "must be a whole number");
        }
        return value.intValue();
    }

    private static IllegalArgumentException wrong(String place, String what) {
        return new IllegalArgumentException("the plan: " + place + " " + what);
    }
}

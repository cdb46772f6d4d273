package touchstone.judge.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.text.Text;

/// The fields of a JSON object that was stored, perhaps by another version: unknown ones do not matter,
/// missing ones do.
///
/// @param path of the object in what was stored, for messages
record Fields(JsonNode node, String path) {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    /// @throws IllegalArgumentException as everything here, when it is not what was stored
    static Fields parse(String json) {
        try {
            var node = MAPPER.readTree(json);
            if (!node.isObject()) {
                throw new IllegalArgumentException("no JSON object was stored, but " + node.getNodeType());
            }
            return new Fields(node, "");
        } catch (JacksonException e) {
            throw new IllegalArgumentException("what was stored is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    String text(String key) {
        return value(key, JsonNode::isString, "text").asString();
    }

    @Nullable
    String textOrNull(String key) {
        return has(key) ? text(key) : null;
    }

    int integer(String key) {
        return value(key, JsonNode::canConvertToInt, "whole number").asInt();
    }

    long longInteger(String key) {
        return value(key, JsonNode::canConvertToLong, "whole number").asLong();
    }

    boolean truth(String key) {
        return value(key, JsonNode::isBoolean, "truth value").asBoolean();
    }

    <E extends Enum<E>> E constant(String key, Class<E> type) {
        return constant(key, Arrays.asList(type.getEnumConstants()), Enum::name);
    }

    Optional<RubricDimension> dimension(String key) {
        return has(key)
                ? Optional.of(constant(key, Arrays.asList(RubricDimension.values()), RubricDimension::key))
                : Optional.empty();
    }

    /// Numbers by the keys of dimensions.
    Map<RubricDimension, Double> dimensions(String key) {
        var all = object(key);
        var dimensions = new EnumMap<RubricDimension, Double>(RubricDimension.class);
        for (var dimension : RubricDimension.values()) {
            if (all.has(dimension.key())) {
                dimensions.put(dimension,
                        all.value(dimension.key(), JsonNode::isNumber, "number").asDouble());
            }
        }
        return dimensions;
    }

    Text bothLanguages(String key) {
        var words = object(key);
        return new Text(words.text("zh"), words.text("en"));
    }

    Map<String, Text> textsByKey(String key) {
        var all = object(key);
        var texts = new LinkedHashMap<String, Text>();
        all.node.propertyNames().forEach(name -> texts.put(name, all.bothLanguages(name)));
        return texts;
    }

    Fields object(String key) {
        return new Fields(value(key, JsonNode::isObject, "object"), path + key + ".");
    }

    <T> List<T> list(String key, Function<Fields, T> read) {
        var list = new ArrayList<T>();
        for (var element : value(key, JsonNode::isArray, "list")) {
            list.add(read.apply(new Fields(element, path + key + "[" + list.size() + "].")));
        }
        return list;
    }

    /// Integers and texts.
    List<Object> values(String key) {
        var values = new ArrayList<Object>();
        for (var element : value(key, JsonNode::isArray, "list")) {
            values.add(element.canConvertToInt() ? (Object) element.asInt() : element.asString());
        }
        return values;
    }

    IllegalArgumentException wrong(String key, String why) {
        return new IllegalArgumentException("what was stored has at " + path + key + " " + why);
    }

    private boolean has(String key) {
        return node.hasNonNull(key);
    }

    private <E> E constant(String key, List<E> all, Function<E, String> name) {
        var wanted = text(key);
        return all.stream()
                .filter(each -> name.apply(each).equals(wanted))
                .findFirst()
                .orElseThrow(() -> wrong(key, "an unknown " + wanted));
    }

    private JsonNode value(String key, java.util.function.Predicate<JsonNode> fits, String kind) {
        var value = node.get(key);
        if (value == null || !fits.test(value)) {
            throw wrong(key, "no " + kind);
        }
        return value;
    }
}

package touchstone.judge.interview;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.text.Nearest;
import touchstone.judge.text.Text;

/// What interviews value, and how much.
///
/// @param dimensions all of them
/// @param presets other weights to choose from
public record Rubric(Map<RubricDimension, Dimension> dimensions, List<Preset> presets) {
    public Rubric {
        var ordered = new EnumMap<RubricDimension, Dimension>(RubricDimension.class);
        ordered.putAll(dimensions);
        dimensions = Collections.unmodifiableMap(ordered);
        presets = List.copyOf(presets);
    }

    /// What is valued.
    ///
    /// @param description one sentence
    /// @param weight in percent, where an interview says nothing else
    /// @param criteria what a strong answer shows
    public record Dimension(Text title, Text description, int weight, List<Text> criteria) {
        public Dimension {
            criteria = List.copyOf(criteria);
        }
    }

    public Weights weights() {
        var percent = new EnumMap<RubricDimension, Integer>(RubricDimension.class);
        dimensions.forEach((dimension, about) -> percent.put(dimension, about.weight()));
        return new Weights(percent);
    }

    public Optional<Preset> preset(String id) {
        return presets.stream().filter(preset -> preset.id().equals(id)).findFirst();
    }

    /// What somebody who mistyped a preset's name probably meant.
    public Optional<Preset> nearestPreset(String id) {
        return Nearest.to(id, presets, Preset::id);
    }
}

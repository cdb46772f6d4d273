package touchstone.judge.cli;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import touchstone.judge.interview.Blueprint;
import touchstone.judge.interview.InterviewReport.WeightsFrom;
import touchstone.judge.interview.Preset;
import touchstone.judge.interview.Rubric;
import touchstone.judge.interview.Weights;

/// How much each dimension counts, and who said so.
record InterviewWeights(Weights weights, WeightsFrom from) {
    /// The blueprint's, unless others were asked for.
    ///
    /// @param asked the id of a preset, or four numbers
    static InterviewWeights choose(
            Context context,
            Library library,
            Blueprint blueprint,
            @Nullable String asked) {
        if (asked == null) {
            return new InterviewWeights(blueprint.weights(), new WeightsFrom.TheBlueprint());
        }
        var rubric = library.rubric();
        var preset = rubric.preset(asked);
        if (preset.isPresent()) {
            return new InterviewWeights(preset.get().weights(), new WeightsFrom.ThePreset(preset.get()));
        }
        return switch (Weights.parse(asked)) {
            case Weights.Reading.Read(var weights) -> new InterviewWeights(weights, new WeightsFrom.Custom());
            case Weights.Reading.Unreadable(var hint) when asked.matches(".*\\d.*") ->
                throw context.wrongUse("interview.wrongWeights", context.hint(hint));
            case Weights.Reading.Unreadable _ -> throw unknownPreset(context, rubric, asked);
        };
    }

    private static UsageException unknownPreset(Context context, Rubric rubric, String asked) {
        var known = rubric.presets().stream().map(Preset::id).collect(Collectors.joining(", "));
        var near = rubric.nearestPreset(asked)
                .map(preset -> context.words().say("wrong.meant", preset.id()))
                .orElse("");
        return new UsageException(context.words().say("interview.unknownPreset", asked, known) + near);
    }
}

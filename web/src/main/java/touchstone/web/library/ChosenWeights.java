package touchstone.web.library;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.interview.InterviewReport.WeightsFrom;
import touchstone.judge.interview.Weights;
import touchstone.web.store.Interview;

/// How much each dimension counts in an interview, and who said so.
public record ChosenWeights(Weights weights, WeightsFrom from) {
    private static final String BLUEPRINT = "blueprint";
    private static final String CUSTOM = "custom";

    /// As the interview has them. What a preset gave stays, even if the preset is gone.
    public static ChosenWeights of(Interview interview, Library library) {
        return switch (Weights.parse(interview.weights())) {
            case Weights.Reading.Read(var weights) ->
                new ChosenWeights(weights, from(interview.weightsFrom(), library));
            case Weights.Reading.Unreadable(var hint) ->
                throw new IllegalStateException("weights of interview " + interview.id() + ": " + hint.key());
        };
    }

    /// For [Interview#weights].
    public String text() {
        return text(weights);
    }

    /// For [Interview#weights].
    public static String text(Weights weights) {
        return Stream.of(RubricDimension.values())
                .map(dimension -> Integer.toString(weights.of(dimension)))
                .collect(Collectors.joining(","));
    }

    /// For [Interview#weightsFrom].
    public String fromText() {
        return switch (from) {
            case WeightsFrom.ThePreset(var preset) -> preset.id();
            case WeightsFrom.TheBlueprint() -> BLUEPRINT;
            case WeightsFrom.Custom() -> CUSTOM;
        };
    }

    private static WeightsFrom from(String text, Library library) {
        if (text.equals(BLUEPRINT)) {
            return new WeightsFrom.TheBlueprint();
        }
        return library.presets()
                .stream()
                .filter(preset -> preset.id().equals(text))
                .<WeightsFrom>map(WeightsFrom.ThePreset::new)
                .findFirst()
                .orElseGet(WeightsFrom.Custom::new);
    }
}

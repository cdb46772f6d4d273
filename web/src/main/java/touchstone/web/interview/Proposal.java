package touchstone.web.interview;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.interview.Weights;
import touchstone.web.library.ChosenWeights;
import touchstone.web.library.InterviewPlan;
import touchstone.web.library.Library;
import touchstone.web.store.Interview;

/// Settings of an interview as somebody typed them, right or wrong.
///
/// @param plan its minutes are those that could be read
/// @param unread what was typed for minutes and is no number, by field: `item:rope`, `part:2`
/// @param weights of all dimensions
record Proposal(
        String title,
        String minutes,
        InterviewPlan plan,
        Map<String, String> unread,
        Map<RubricDimension, String> weights,
        String retentionDays,
        boolean candidateReport) {
    Proposal {
        unread = Map.copyOf(unread);
        weights = Collections.unmodifiableMap(new EnumMap<>(weights));
    }

    /// As it stands.
    static Proposal of(Interview interview, Library library) {
        return new Proposal(interview.title(), Integer.toString(interview.minutes()),
                InterviewPlan.read(interview.plan()), Map.of(),
                texts(ChosenWeights.of(interview, library).weights()),
                Integer.toString(interview.retentionDays()), interview.candidateReport());
    }

    static Map<RubricDimension, String> texts(Weights weights) {
        var texts = new EnumMap<RubricDimension, String>(RubricDimension.class);
        weights.percent().forEach((dimension, percent) -> texts.put(dimension, percent.toString()));
        return texts;
    }

    Proposal with(InterviewPlan changed) {
        return new Proposal(title, minutes, changed, unread, weights, retentionDays, candidateReport);
    }

    Proposal with(Weights chosen) {
        return new Proposal(title, minutes, plan, unread, texts(chosen), retentionDays, candidateReport);
    }

    /// One place towards the beginning; over the edge of a part, to the end of the one before.
    Proposal movingUp(String id) {
        var place = place(id);
        if (place.isEmpty() || place.get().position > 0) {
            return place.map(at -> moving(id, at.part, at.position - 1)).orElse(this);
        }
        int part = place.get().part - 1;
        return part < 0 ? this : moving(id, part, Integer.MAX_VALUE);
    }

    /// One place towards the end; over the edge of a part, to the beginning of the next.
    Proposal movingDown(String id) {
        var place = place(id);
        if (place.isEmpty()) {
            return this;
        }
        var at = place.get();
        if (at.position < plan.parts().get(at.part).items().size() - 1) {
            return moving(id, at.part, at.position + 1);
        }
        return at.part + 1 < plan.parts().size() ? moving(id, at.part + 1, 0) : this;
    }

    boolean contains(String id) {
        return plan.items().anyMatch(id::equals);
    }

    String weight(RubricDimension dimension) {
        return Objects.requireNonNullElse(weights.get(dimension), "");
    }

    /// Nothing, unless all are numbers that sum to 100.
    Optional<Weights> readWeights() {
        var percent = new HashMap<RubricDimension, Integer>();
        weights.forEach((dimension, text) -> WholeNumber.of(text, 0, 100)
                .ifPresent(number -> percent.put(dimension, number)));
        int sum = percent.values().stream().mapToInt(Integer::intValue).sum();
        return percent.size() == RubricDimension.values().length && sum == 100
                ? Optional.of(new Weights(percent))
                : Optional.empty();
    }

    private Proposal moving(String id, int part, int position) {
        return with(plan.moving(id, part, position));
    }

    private record Place(int part, int position) {}

    private Optional<Place> place(String id) {
        for (int part = 0; part < plan.parts().size(); part++) {
            List<String> ids = plan.parts().get(part).items().stream().map(InterviewPlan.Slot::id).toList();
            if (ids.contains(id)) {
                return Optional.of(new Place(part, ids.indexOf(id)));
            }
        }
        return Optional.empty();
    }
}

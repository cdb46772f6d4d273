package touchstone.web.library;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.interview.Entry;
import touchstone.judge.interview.Item;
import touchstone.judge.interview.Stock;
import touchstone.judge.interview.Weights;
import touchstone.web.library.InterviewPlan.Slot;

/// Whether a plan can be used.
record PlanCheck(InterviewPlan plan, Stock stock) {
    List<PlanProblem> problems(int minutes) {
        var problems = new ArrayList<PlanProblem>();
        plan.slots().forEach(slot -> checkKnown(slot, problems));
        var seen = new HashSet<String>();
        var repeated = new HashSet<String>();
        plan.items().filter(id -> !seen.add(id)).filter(repeated::add).forEach(id -> {
            problems.add(PlanProblem.ofItem("duplicate", id));
        });
        plan.slots().forEach(slot -> checkMinutes(slot, problems));
        if (plan.items().findAny().isEmpty()) {
            problems.add(PlanProblem.of("empty"));
        }
        if (minutes < 1 || minutes > InterviewPlan.MINUTES_MAX) {
            problems.add(PlanProblem.of("total", minutes, InterviewPlan.MINUTES_MAX));
        }
        long needed = items().stream().mapToLong(Item::minutes).sum();
        if (needed > minutes) {
            problems.add(PlanProblem.of("tooLong", needed, minutes));
        }
        return problems;
    }

    List<PlanProblem> warnings(Weights weights) {
        var warnings = new ArrayList<PlanProblem>();
        plan.items()
                .filter(id -> stock.find(id).filter(Entry.Planned.class::isInstance).isPresent())
                .forEach(id -> warnings.add(PlanProblem.ofItem("planned", id)));
        var items = items();
        for (var dimension : RubricDimension.values()) {
            if (weights.of(dimension) > 0 && items.stream().allMatch(item -> item.share(dimension) == 0)) {
                warnings.add(PlanProblem.of("noEvidence." + dimension.key(), weights.of(dimension)));
            }
        }
        return warnings;
    }

    private List<Item> items() {
        return ResolvedPlan.of(plan, stock).items().stream().map(ResolvedPlan.ResolvedItem::item).toList();
    }

    private void checkKnown(Slot slot, List<PlanProblem> problems) {
        if (stock.find(slot.id()).isEmpty()) {
            problems.add(stock.nearest(slot.id())
                    .map(near -> PlanProblem.ofItem("unknownNear", slot.id(), near))
                    .orElseGet(() -> PlanProblem.ofItem("unknown", slot.id())));
        }
    }

    private static void checkMinutes(Slot slot, List<PlanProblem> problems) {
        slot.minutes()
                .filter(minutes -> minutes < 1 || minutes > InterviewPlan.ITEM_MINUTES_MAX)
                .ifPresent(minutes -> problems.add(
                        PlanProblem.ofItem("minutes", slot.id(), minutes, InterviewPlan.ITEM_MINUTES_MAX)));
    }
}

package touchstone.web.interview;

import touchstone.judge.interview.Weights;
import touchstone.web.library.ChosenWeights;
import touchstone.web.library.InterviewPlan;
import touchstone.web.library.InterviewPlan.Part;
import touchstone.web.library.InterviewPlan.Slot;
import touchstone.web.library.Library;
import touchstone.web.library.ResolvedPlan;
import touchstone.web.library.ResolvedPlan.ResolvedItem;
import touchstone.web.store.Interview;

/// Makes an interview of a proposal that nothing is wrong with.
final class Acceptance {
    private Acceptance() {}

    static Interview of(Proposal proposal, Interview before, Library library) {
        var weights = proposal.readWeights().orElseThrow();
        return new Interview(before.id(), proposal.title(), before.blueprint(),
                settled(proposal.plan(), library).json(), WholeNumber.of(proposal.minutes()).orElseThrow(),
                ChosenWeights.text(weights), from(weights, before, library), before.seed(),
                proposal.candidateReport(), days(proposal), before.createdBy(), before.createdAt(),
                before.closedAt());
    }

    /// What may change when candidates have started.
    static Interview ofWhatIsNotFrozen(Proposal proposal, Interview before) {
        return new Interview(before.id(), proposal.title(), before.blueprint(), before.plan(),
                before.minutes(), before.weights(), before.weightsFrom(), before.seed(),
                proposal.candidateReport(), days(proposal), before.createdBy(), before.createdAt(),
                before.closedAt());
    }

    private static int days(Proposal proposal) {
        return WholeNumber.of(proposal.retentionDays()).orElseThrow();
    }

    /// Minutes that are the item's own are not written down, a part has the minutes of its items, and a part with
    /// neither items nor minutes is gone.
    static InterviewPlan settled(InterviewPlan plan, Library library) {
        var resolved = plan.resolve(library).parts().iterator();
        return new InterviewPlan(plan.parts()
                .stream()
                .map(part -> settled(part, resolved.next()))
                .filter(part -> part.minutes() > 0 || !part.items().isEmpty())
                .toList());
    }

    private static Part settled(Part part, ResolvedPlan.ResolvedPart resolved) {
        var items = resolved.items().iterator();
        var slots = part.items().stream().map(slot -> settled(slot, items.next())).toList();
        int minutes = resolved.items().stream().mapToInt(item -> item.item().minutes()).sum();
        return new Part(part.title(), slots.isEmpty() ? part.minutes() : minutes, slots);
    }

    private static Slot settled(Slot slot, ResolvedItem item) {
        var own = item.entry().map(entry -> entry.item().minutes());
        return new Slot(slot.id(), slot.minutes().filter(minutes -> own.filter(minutes::equals).isEmpty()));
    }

    /// What somebody chose stays their choice as long as the weights are the same.
    private static String from(Weights weights, Interview before, Library library) {
        if (ChosenWeights.text(weights).equals(before.weights())) {
            return before.weightsFrom();
        }
        var blueprint = library.blueprints().find(before.blueprint());
        if (blueprint.filter(one -> one.weights().equals(weights)).isPresent()) {
            return "blueprint";
        }
        return library.presets()
                .stream()
                .filter(preset -> preset.weights().equals(weights))
                .map(preset -> preset.id())
                .findFirst()
                .orElse("custom");
    }
}

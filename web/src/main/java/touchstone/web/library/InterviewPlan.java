package touchstone.web.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import touchstone.judge.interview.Plan;
import touchstone.judge.interview.Weights;
import touchstone.judge.text.Text;

/// Parts and items of one interview. Edits give a new plan and accept everything; what is wrong with a plan is told
/// by [#problems].
public record InterviewPlan(List<Part> parts) {
    /// Of an item and of an interview.
    public static final int ITEM_MINUTES_MAX = 240;
    public static final int MINUTES_MAX = 480;

    public InterviewPlan {
        parts = List.copyOf(parts);
    }

    /// A stretch of the interview.
    ///
    /// @param minutes as planned; its items may take less
    /// @param items none where people talk
    public record Part(Text title, int minutes, List<Slot> items) {
        public Part {
            items = List.copyOf(items);
        }
    }

    /// The place of an item.
    ///
    /// @param minutes in place of the item's own
    public record Slot(String id, Optional<Integer> minutes) {}

    /// As the blueprint has it.
    public static InterviewPlan of(Plan plan) {
        return new InterviewPlan(plan.blueprint()
                .parts()
                .stream()
                .map(part -> new Part(part.title(), part.minutes(),
                        part.items().stream().map(id -> new Slot(id, Optional.empty())).toList()))
                .toList());
    }

    /// From what [#json] wrote.
    ///
    /// @throws IllegalArgumentException when it is no plan; says where
    public static InterviewPlan read(String json) {
        return PlanJson.read(json);
    }

    public String json() {
        return PlanJson.write(this);
    }

    /// Ids of all items, in order.
    public Stream<String> items() {
        return slots().map(Slot::id);
    }

    Stream<Slot> slots() {
        return parts.stream().flatMap(part -> part.items().stream());
    }

    /// With the item at the end of a part.
    ///
    /// @param part its index
    public InterviewPlan adding(int part, String id) {
        return inserting(part, Integer.MAX_VALUE, new Slot(id, Optional.empty()));
    }

    /// Without the item.
    public InterviewPlan removing(String id) {
        return mapping(items -> items.stream().filter(slot -> !slot.id().equals(id)).toList());
    }

    /// With the item at another place; as it is, if there is no such item.
    ///
    /// @param part index of the part that it goes to
    /// @param position there, once it is gone from where it was; beyond the end means the end
    public InterviewPlan moving(String id, int part, int position) {
        return slots().filter(slot -> slot.id().equals(id))
                .findFirst()
                .map(slot -> removing(id).inserting(part, position, slot))
                .orElse(this);
    }

    /// With other minutes for the item; empty for its own.
    public InterviewPlan timing(String id, Optional<Integer> minutes) {
        return mapping(items -> items.stream()
                .map(slot -> slot.id().equals(id) ? new Slot(id, minutes) : slot)
                .toList());
    }

    /// What must be mended before anybody can be interviewed by it.
    ///
    /// @param minutes of the interview
    public List<PlanProblem> problems(Library library, int minutes) {
        return new PlanCheck(this, library.stock()).problems(minutes);
    }

    /// What the team should know and may want.
    public List<PlanProblem> warnings(Library library, Weights weights) {
        return new PlanCheck(this, library.stock()).warnings(weights);
    }

    /// Looked up.
    public ResolvedPlan resolve(Library library) {
        return ResolvedPlan.of(this, library.stock());
    }

    private InterviewPlan inserting(int index, int position, Slot slot) {
        var changed = new ArrayList<>(parts);
        var part = changed.get(index);
        var items = new ArrayList<>(part.items());
        items.add(Math.clamp(position, 0, items.size()), slot);
        changed.set(index, new Part(part.title(), part.minutes(), items));
        return new InterviewPlan(changed);
    }

    private InterviewPlan mapping(UnaryOperator<List<Slot>> change) {
        return new InterviewPlan(parts.stream()
                .map(part -> new Part(part.title(), part.minutes(), change.apply(part.items())))
                .toList());
    }
}

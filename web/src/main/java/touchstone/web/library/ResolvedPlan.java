package touchstone.web.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import touchstone.judge.interview.Entry;
import touchstone.judge.interview.Item;
import touchstone.judge.interview.Stock;
import touchstone.judge.text.Text;
import touchstone.web.library.InterviewPlan.Slot;

/// A plan together with what it names.
public record ResolvedPlan(List<ResolvedPart> parts) {
    private static final Pattern QUESTION = Pattern.compile("[nq]\\d+-\\d+");

    public ResolvedPlan {
        parts = List.copyOf(parts);
    }

    public record ResolvedPart(Text title, int minutes, List<ResolvedItem> items) {
        public ResolvedPart {
            items = List.copyOf(items);
        }
    }

    /// An item where it stands in the interview.
    ///
    /// @param number from 1, over all parts
    /// @param item with the minutes that it has in this interview
    /// @param entry absent if the library does not have it
    public record ResolvedItem(int number, Item item, Optional<Entry> entry) {
        public String id() {
            return item.id();
        }

        /// Whether a candidate can work on it: neither missing nor only planned.
        public boolean available() {
            return entry.filter(found -> !(found instanceof Entry.Planned)).isPresent();
        }
    }

    /// In order.
    public List<ResolvedItem> items() {
        return parts.stream().flatMap(part -> part.items().stream()).toList();
    }

    public Optional<ResolvedItem> find(String id) {
        return items().stream().filter(item -> item.id().equals(id)).findFirst();
    }

    static ResolvedPlan of(InterviewPlan plan, Stock stock) {
        var parts = new ArrayList<ResolvedPart>();
        int number = 0;
        for (var part : plan.parts()) {
            var items = new ArrayList<ResolvedItem>();
            for (var slot : part.items()) {
                number++;
                var entry = stock.find(slot.id());
                items.add(new ResolvedItem(number, item(slot, entry), entry));
            }
            parts.add(new ResolvedPart(part.title(), part.minutes(), items));
        }
        return new ResolvedPlan(parts);
    }

    private static Item item(Slot slot, Optional<Entry> entry) {
        // an edited plan may hold minutes that its check has still to refuse
        var minutes = slot.minutes().map(asked -> Math.max(0, asked));
        return entry.map(Entry::item)
                .map(own -> new Item(own.id(), own.kind(), own.title(), minutes.orElse(own.minutes()),
                        own.split(), own.version()))
                .orElseGet(() -> missing(slot.id(), minutes.orElse(0)));
    }

    private static Item missing(String id, int minutes) {
        var kind = QUESTION.matcher(id).matches() ? Item.Kind.QUESTION : Item.Kind.EXERCISE;
        return new Item(id, kind, new Text(id, id), minutes, Map.of(), "");
    }
}

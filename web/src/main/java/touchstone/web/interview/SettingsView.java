package touchstone.web.interview;

import io.pebbletemplates.pebble.extension.escaper.SafeString;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.text.Text;
import touchstone.web.library.InterviewPlan.Slot;
import touchstone.web.library.ResolvedPlan;
import touchstone.web.library.ResolvedPlan.ResolvedItem;

/// What the page of settings shows of a plan.
///
/// @param needed minutes of all items
/// @param talk minutes of parts without items
/// @param total minutes of the interview; absent if they cannot be read
public record SettingsView(
        List<PartView> parts,
        List<Coverage> coverage,
        int needed,
        int talk,
        Optional<Integer> total) {
    public SettingsView {
        parts = List.copyOf(parts);
        coverage = List.copyOf(coverage);
    }

    /// A stretch of the interview.
    ///
    /// @param minutes as they stand in the field of a part without items
    /// @param needed by its items
    public record PartView(int index, Text title, String minutes, int needed, List<Row> rows) {
        public PartView {
            rows = List.copyOf(rows);
        }
    }

    /// An item where it stands.
    ///
    /// @param minutes as they stand in its field
    /// @param facts empty where the library does not have the item
    public record Row(
            int number,
            String id,
            SafeString title,
            String facts,
            String minutes,
            boolean first,
            boolean last) {}

    /// How much of the interview a dimension gets.
    ///
    /// @param minutes with at most one decimal
    /// @param percent of the minutes of all items
    /// @param weight as it stands in its field
    public record Coverage(RubricDimension dimension, String minutes, int percent, String weight) {}

    /// Minutes that nothing is planned for; less than none if too much is.
    public int free() {
        return total.orElse(0) - needed - talk;
    }

    /// Index of the part that an item is most likely to be added to.
    int lastWithItems() {
        return parts.stream().filter(part -> !part.rows.isEmpty()).mapToInt(PartView::index).max().orElse(0);
    }

    static SettingsView of(Proposal proposal, ResolvedPlan plan, ItemWords words) {
        var parts = new ArrayList<PartView>();
        int count = plan.items().size();
        for (int i = 0; i < plan.parts().size(); i++) {
            var part = plan.parts().get(i);
            var slots = proposal.plan().parts().get(i).items();
            var rows = new ArrayList<Row>();
            for (int j = 0; j < slots.size(); j++) {
                rows.add(row(part.items().get(j), slots.get(j), proposal, words, count));
            }
            var minutes = proposal.unread().getOrDefault("part:" + i, Integer.toString(part.minutes()));
            parts.add(new PartView(i, part.title(), minutes, sum(part.items().stream()), rows));
        }
        return new SettingsView(parts, coverage(proposal, plan), sum(plan.items().stream()),
                plan.parts()
                        .stream()
                        .filter(part -> part.items().isEmpty())
                        .mapToInt(ResolvedPlan.ResolvedPart::minutes)
                        .sum(),
                WholeNumber.of(proposal.minutes()));
    }

    private static int sum(Stream<ResolvedItem> items) {
        return items.mapToInt(item -> item.item().minutes()).sum();
    }

    private static Row row(ResolvedItem item, Slot slot, Proposal proposal, ItemWords words, int count) {
        var own = item.entry().map(entry -> entry.item().minutes()).orElse(0);
        var minutes = proposal.unread()
                .getOrDefault("item:" + slot.id(), Integer.toString(slot.minutes().orElse(own)));
        return new Row(item.number(), slot.id(), words.title(item.item()),
                item.entry().map(words::facts).orElse(""), minutes, item.number() == 1,
                item.number() == count);
    }

    /// Items that are only planned give nothing.
    private static List<Coverage> coverage(Proposal proposal, ResolvedPlan plan) {
        var items = plan.items().stream().filter(ResolvedItem::available).toList();
        int all = sum(items.stream());
        var coverage = new ArrayList<Coverage>();
        for (var dimension : RubricDimension.values()) {
            int hundredths = items.stream()
                    .mapToInt(item -> item.item().minutes() * item.item().share(dimension))
                    .sum();
            coverage.add(new Coverage(dimension, minutes(hundredths),
                    all == 0 ? 0 : (int) Math.round(hundredths / (double) all), proposal.weight(dimension)));
        }
        return coverage;
    }

    private static String minutes(int hundredths) {
        return hundredths % 100 == 0 ? Integer.toString(hundredths / 100)
                : String.format(Locale.ROOT, "%.1f", hundredths / 100.0);
    }
}

package touchstone.web.campaign;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import touchstone.judge.statistics.ItemAnalysis;
import touchstone.web.library.ResolvedPlan.ResolvedItem;

/// How an item did among those who have finished.
record ItemStatistics(ResolvedItem item, ItemAnalysis analysis) {
    int n() {
        return analysis.n();
    }

    OptionalDouble mean() {
        return analysis.mean();
    }

    OptionalDouble discrimination() {
        return analysis.discrimination();
    }

    ItemAnalysis.Trust trust() {
        return analysis.trust();
    }

    static List<ItemStatistics> of(Campaign campaign) {
        var items = campaign.items();
        var analyses = ItemAnalysis.of(items.stream().map(ResolvedItem::item).toList(),
                campaign.ended().stream().map(one -> one.summary().fractions()).toList());
        return IntStream.range(0, items.size())
                .mapToObj(i -> new ItemStatistics(items.get(i), analyses.get(i)))
                .toList();
    }
}

package touchstone.judge.interview;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.interview.Blueprint.Part;
import touchstone.judge.interview.Entry.Asked;
import touchstone.judge.interview.Entry.Coding;
import touchstone.judge.interview.Entry.Planned;
import touchstone.judge.yaml.Problem;

/// Whether a blueprint fits what interviews are made of, and how its time is spent.
///
/// @param chapters minutes of questions by chapter, and of exercises at [#CODE]
/// @param free minutes without items
/// @param shares of each dimension in the minutes of all items, summing to 1
/// @param planned items that a later version brings
/// @param problems what must be mended
public record BlueprintProof(
        Blueprint blueprint,
        Map<String, Integer> chapters,
        int free,
        Map<RubricDimension, Double> shares,
        List<String> planned,
        List<Problem> problems) {
    /// Stands for exercises among the chapters.
    public static final String CODE = "code";

    public static BlueprintProof of(Blueprint blueprint, Stock stock) {
        var problems = new ArrayList<Problem>();
        blueprint.parts().forEach(part -> checkItems(blueprint, part, stock, problems));
        checkMinutes(blueprint, problems);
        var entries = entries(blueprint.items(), stock);
        var shares = shares(entries);
        checkDimensions(blueprint, shares, problems);
        return new BlueprintProof(blueprint, chapters(entries), free(blueprint), shares,
                entries.stream().filter(Planned.class::isInstance).map(entry -> entry.item().id()).toList(),
                List.copyOf(problems));
    }

    public boolean proven() {
        return problems.isEmpty();
    }

    private static List<Entry> entries(Stream<String> items, Stock stock) {
        return items.map(stock::find).flatMap(Optional::stream).toList();
    }

    private static void checkItems(Blueprint blueprint, Part part, Stock stock, List<Problem> problems) {
        for (var item : part.items()) {
            if (stock.find(item).isEmpty()) {
                problems.add(new Problem(blueprint.file(), part.line(),
                        "there is no exercise and no question '" + item + "'; "
                                + stock.nearest(item)
                                        .map(near -> "did you mean '" + near + "'?")
                                        .orElse("see './touchstone list'")));
            }
        }
        var entries = entries(part.items().stream(), stock);
        int sum = entries.stream().mapToInt(entry -> entry.item().minutes()).sum();
        if (entries.size() == part.items().size() && !entries.isEmpty() && sum != part.minutes()) {
            problems.add(new Problem(blueprint.file(), part.line(),
                    "the items of '" + part.title().en() + "' take " + sum + " minutes, but the part has "
                            + part.minutes() + "; make them equal"));
        }
    }

    private static void checkMinutes(Blueprint blueprint, List<Problem> problems) {
        int sum = blueprint.parts().stream().mapToInt(Part::minutes).sum();
        if (sum != blueprint.minutes()) {
            problems.add(new Problem(blueprint.file(), 0, "the parts take " + sum
                    + " minutes, but the interview has " + blueprint.minutes() + "; make them equal"));
        }
    }

    /// A weight without evidence would silently go to the other dimensions.
    private static void checkDimensions(
            Blueprint blueprint,
            Map<RubricDimension, Double> shares,
            List<Problem> problems) {
        for (var dimension : RubricDimension.values()) {
            int weight = blueprint.weights().of(dimension);
            if (weight > 0 && shares.getOrDefault(dimension, 0.0) == 0) {
                problems.add(new Problem(blueprint.file(), 0, "'" + dimension.key() + "' weighs " + weight
                        + " %, but no item counts for it; add one or set its weight to 0"));
            }
        }
    }

    private static Map<RubricDimension, Double> shares(List<Entry> entries) {
        var shares = new EnumMap<RubricDimension, Double>(RubricDimension.class);
        int all = entries.stream().mapToInt(entry -> entry.item().minutes()).sum();
        for (var dimension : RubricDimension.values()) {
            int sum = entries.stream()
                    .mapToInt(entry -> entry.item().minutes() * entry.item().share(dimension))
                    .sum();
            shares.put(dimension, all == 0 ? 0 : sum / (100.0 * all));
        }
        return shares;
    }

    private static Map<String, Integer> chapters(List<Entry> entries) {
        return entries.stream()
                .collect(Collectors.groupingBy(BlueprintProof::chapter, TreeMap::new,
                        Collectors.summingInt(entry -> entry.item().minutes())));
    }

    private static String chapter(Entry entry) {
        return switch (entry) {
            case Asked(var question) -> question.chapter();
            case Coding _,Planned _ -> CODE;
        };
    }

    private static int free(Blueprint blueprint) {
        return blueprint.parts()
                .stream()
                .filter(part -> part.items().isEmpty())
                .mapToInt(Part::minutes)
                .sum();
    }
}

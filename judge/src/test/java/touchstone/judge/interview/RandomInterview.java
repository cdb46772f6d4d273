package touchstone.judge.interview;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.question.Key;
import touchstone.judge.run.Verdict;
import touchstone.judge.score.Score;
import touchstone.judge.text.Hint;
import touchstone.judge.text.Text;

/// Interviews of every shape: few and many items, all standings, zero weights, dimensions nobody asks about.
public record RandomInterview(Weights weights, List<Evidence> evidence) {
    public RandomInterview {
        evidence = List.copyOf(evidence);
    }

    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    /// All fractions drawn are so many parts of a whole.
    static final int PARTS = 60;

    private static final List<RubricDimension> DIMENSIONS = List.of(RubricDimension.values());

    public static RandomInterview draw(Random random) {
        int size = random.nextInt(14);
        var asked = dimensions(random);
        var evidence = new ArrayList<Evidence>();
        for (int i = 0; i < size; i++) {
            evidence.add(evidence(random, "item-" + i, asked));
        }
        return new RandomInterview(weights(random), evidence);
    }

    InterviewScore score() {
        return InterviewScore.of(weights, evidence);
    }

    static Evidence decided(Evidence open, Fraction fraction) {
        return open.with(new Overruling(open.item().id(), fraction, "decided", "Li", NOON));
    }

    static Fraction fraction(Random random) {
        return Fraction.of(random.nextInt(PARTS + 1), PARTS);
    }

    private static List<RubricDimension> dimensions(Random random) {
        var asked = DIMENSIONS.stream().filter(_ -> random.nextInt(4) > 0).toList();
        return asked.isEmpty() ? DIMENSIONS : asked;
    }

    private static Weights weights(Random random) {
        var cuts = IntStream.generate(() -> random.nextInt(4) == 0 ? 100 : random.nextInt(101))
                .limit(3)
                .sorted()
                .toArray();
        return Weights.of(cuts[0], cuts[1] - cuts[0], cuts[2] - cuts[1], 100 - cuts[2]);
    }

    private static Evidence evidence(Random random, String id, List<RubricDimension> asked) {
        boolean exercise = random.nextInt(3) == 0;
        var item = exercise ? item(id, Item.Kind.EXERCISE, random.nextInt(46), split(random, asked))
                : item(id, Item.Kind.QUESTION, random.nextInt(6),
                        Map.of(asked.get(random.nextInt(asked.size())), 100));
        var evidence = Evidence.of(item, standing(random, item), NOON);
        if (evidence.standing() instanceof Standing.WaitingForReview && random.nextBoolean()) {
            evidence = evidence.with(review(random, id));
        }
        return random.nextInt(6) == 0 ? decided(evidence, fraction(random)) : evidence;
    }

    private static Item item(String id, Item.Kind kind, int minutes, Map<RubricDimension, Integer> split) {
        return new Item(id, kind, new Text(id, id), minutes, split, "hash of " + id);
    }

    private static Map<RubricDimension, Integer> split(Random random, List<RubricDimension> asked) {
        var split = new EnumMap<RubricDimension, Integer>(RubricDimension.class);
        int left = 100;
        for (var dimension : asked) {
            int share = random.nextInt(left + 1);
            split.put(dimension, share);
            left -= share;
        }
        split.merge(asked.get(0), left, Integer::sum);
        return split;
    }

    private static Standing standing(Random random, Item item) {
        return switch (random.nextInt(10)) {
            case 0 -> new Standing.NoAnswer();
            case 1 -> new Standing.Unreadable(Hint.at(1, "unit"), "12 apples");
            case 2 -> new Standing.JudgeError("no box");
            case 3 -> new Standing.Missing();
            case 4 -> new Standing.WaitingForReview("because", keyPoints());
            case 5 -> new Standing.Pending(random.nextBoolean());
            default -> switch (item.kind()) {
                case EXERCISE -> judged(random, item);
                case QUESTION -> new Standing.Marked(fraction(random), "42");
            };
        };
    }

    static List<Key.KeyPoint> keyPoints() {
        return Stream.of(4, 3, 2, 1).map(points -> new Key.KeyPoint(new Text("点", "point"), points)).toList();
    }

    private static Review review(Random random, String id) {
        var ticked = new TreeSet<Integer>();
        IntStream.rangeClosed(1, 4).filter(_ -> random.nextBoolean()).forEach(ticked::add);
        return new Review(id, ticked, "", "Wang", NOON);
    }

    /// Now and then no test counts for a dimension that the exercise has a share in.
    private static Standing judged(Random random, Item item) {
        var dimensions = new EnumMap<RubricDimension, Double>(RubricDimension.class);
        item.split().forEach((dimension, share) -> {
            if (share > 0 && random.nextInt(5) > 0) {
                dimensions.put(dimension, (double) random.nextInt(PARTS + 1) / PARTS);
            }
        });
        return new Standing.Judged(Verdict.WRONG_ANSWER, new Score(random.nextInt(101), 100, dimensions));
    }
}

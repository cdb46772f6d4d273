package touchstone.judge.interview;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import touchstone.judge.question.Key;
import touchstone.judge.text.Nearest;
import touchstone.judge.yaml.Fields;
import touchstone.judge.yaml.Problem;

/// What people say about an interview's items. It is a file of its own, because nobody may tick key points in
/// the file that a candidate hands in.
///
/// @param reviews by item: key points ticked in answers in words
/// @param overrulings by item
public record ReviewSheet(Map<String, Review> reviews, Map<String, Overruling> overrulings) {
    /// Nobody has looked yet.
    public static final ReviewSheet EMPTY = new ReviewSheet(Map.of(), Map.of());

    private static final int PERCENT = 100;

    public ReviewSheet {
        reviews = Map.copyOf(reviews);
        overrulings = Map.copyOf(overrulings);
    }

    /// Reads a file of reviews of one interview.
    ///
    /// @param now stands for dates that the file does not give
    /// @throws SheetException when the file is none, or speaks of other things than this interview's
    public static ReviewSheet read(Path file, Plan plan, Instant now) {
        var problems = new ArrayList<Problem>();
        var root = Fields.document(file, AnswerSheet.text(file), problems)
                .knowing(List.of("blueprint", "reviews", "overrides"));
        AnswerSheet.checkBlueprint(root, plan.blueprint());
        var reader = new Reader(plan, now);
        var sheet = new ReviewSheet(reader.reviews(root), reader.overrulings(root));
        if (!problems.isEmpty()) {
            throw new SheetException(problems);
        }
        return sheet;
    }

    private record Reader(Plan plan, Instant now) {
        Map<String, Review> reviews(Fields root) {
            var reviews = new LinkedHashMap<String, Review>();
            for (var review : root.has("reviews") ? root.list("reviews") : List.<Fields>of()) {
                review.knowing(List.of("item", "points", "comment", "by", "at"));
                if (review.optional("by").orElse("").isBlank()) {
                    continue; // a form's entry that nobody has filled in yet
                }
                var id = item(review);
                var given = new Review(id, ticked(review, keyPoints(review, id)),
                        review.optional("comment").orElse(""), by(review), at(review));
                refuseSecond(review, reviews.put(id, given) != null, id);
            }
            return reviews;
        }

        Map<String, Overruling> overrulings(Fields root) {
            var overrulings = new LinkedHashMap<String, Overruling>();
            for (var entry : root.has("overrides") ? root.list("overrides") : List.<Fields>of()) {
                entry.knowing(List.of("item", "percent", "reason", "by", "at"));
                var id = item(entry);
                int percent = entry.integer("percent", 0, PERCENT);
                var reason = entry.string("reason", "why the machine's score does not stand");
                var by = by(entry);
                var at = at(entry);
                if (!reason.isBlank()) {
                    refuseSecond(entry, overrulings.put(id,
                            new Overruling(id, Fraction.of(percent, PERCENT), reason, by, at)) != null, id);
                }
            }
            return overrulings;
        }

        private String item(Fields about) {
            var id = about.string("item", "the id of an item");
            var ids = plan.entries().stream().map(entry -> entry.item().id()).toList();
            if (!id.isEmpty() && !ids.contains(id)) {
                about.problem(about.line("item"),
                        "'" + id + "' is no item of " + plan.blueprint().id() + "; "
                                + Nearest.to(id, ids, name -> name)
                                        .map(near -> "did you mean '" + near + "'?")
                                        .orElse("remove it"));
            }
            return id;
        }

        /// How many there are to tick; none, with a problem, for what the machine marks.
        private int keyPoints(Fields review, String id) {
            for (var entry : plan.entries()) {
                if (entry.item().id().equals(id)) {
                    if (entry instanceof Entry.Asked(var question)
                            && question.key() instanceof Key.Open open) {
                        return open.points().size();
                    }
                    review.problem(review.line("item"),
                            "'" + id + "' has no key points; use 'overrides' to change its score");
                }
            }
            return 0;
        }

        private static TreeSet<Integer> ticked(Fields review, int keyPoints) {
            var ticked = new TreeSet<Integer>();
            for (var text : review.listOfTexts("points")) {
                if (text.matches("[1-9]\\d?") && Integer.parseInt(text) <= keyPoints) {
                    ticked.add(Integer.parseInt(text));
                } else if (keyPoints > 0) {
                    review.problem(review.line("points"),
                            "'%s' is no key point; they are numbered 1 to %d".formatted(text, keyPoints));
                }
            }
            return ticked;
        }

        private static String by(Fields about) {
            return about.string("by", "the name of whoever decided this");
        }

        private Instant at(Fields about) {
            var text = about.optional("at");
            try {
                return text.map(Instant::parse).orElse(now);
            } catch (DateTimeException e) {
                about.problem(about.line("at"), "'at' must be a time such as 2026-05-01T09:30:00Z");
                return now;
            }
        }

        private static void refuseSecond(Fields about, boolean second, String id) {
            if (second) {
                about.problem(about.line("item"), "'" + id + "' stands here twice; keep one of them");
            }
        }
    }
}

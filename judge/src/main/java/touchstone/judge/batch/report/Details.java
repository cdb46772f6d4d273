package touchstone.judge.batch.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import touchstone.judge.interview.DimensionScore;
import touchstone.judge.interview.Evidence;
import touchstone.judge.interview.Fraction;
import touchstone.judge.interview.InterviewScore;
import touchstone.judge.interview.Standing;
import touchstone.judge.plot.Caption;
import touchstone.judge.plot.Radar;
import touchstone.judge.plot.Series;
import touchstone.judge.report.JudgingRecord;
import touchstone.judge.report.Printable;
import touchstone.judge.run.Verdict;

/// What a report shows of one applicant.
final class Details {
    private static final int DIAGNOSTICS_MAX = 3;
    private static final int SAME_MAX = 10;
    private static final int MESSAGE_CHARACTERS_MAX = 300;

    private final Ranking ranking;
    private final BatchWords words;

    Details(Ranking ranking, BatchWords words) {
        this.ranking = ranking;
        this.words = words;
    }

    /// All about one.
    ///
    /// @param id empty where it is the name
    public record View(
            String anchor,
            String rank,
            String name,
            String id,
            String total,
            String radar,
            List<Dimension> dimensions,
            List<ItemView> items,
            List<String> findings) {}

    /// A dimension's score.
    public record Dimension(String name, int weight, String score, long items) {}

    /// One item.
    ///
    /// @param mark of its state: `ok`, `bad`, `ours`, `open` or `none`
    /// @param groups of tests
    /// @param diagnostics the first that the compiler said
    /// @param same who handed in the same source; empty if nobody
    public record ItemView(
            String title,
            String id,
            String standing,
            String mark,
            String score,
            List<Group> groups,
            List<String> diagnostics,
            String same) {}

    /// Tests about one thing.
    public record Group(String about, int passed, int all) {
        public boolean whole() {
            return passed == all;
        }
    }

    static String anchor(Ranking.Place place) {
        return "a" + place.number();
    }

    View view(Ranking.Place place) {
        var score = ranking.score(place.entrant());
        var graded = place.graded();
        var name = words.name(graded.name());
        return new View(anchor(place), place.rank().map(String::valueOf).orElse("—"), name,
                graded.id().equals(graded.name()) ? "" : words.name(graded.id()), words.total(score),
                radar(name, score), score.dimensions().stream().map(this::dimension).toList(),
                score.evidence().stream().map(one -> item(place, one)).toList(),
                place.entrant().findings().stream().filter(one -> one.grave()).map(words::finding).toList());
    }

    private String radar(String name, InterviewScore score) {
        return Radar.svg(new Caption(words.say("plot.radar", name), words.total(score)),
                score.dimensions().stream().map(one -> words.dimension(one.dimension())).toList(),
                List.of(new Series(name,
                        score.dimensions().stream().map(one -> value(one.score())).toList())),
                words.say("page.notAssessed"));
    }

    private static OptionalDouble value(Optional<Fraction> score) {
        return score.map(one -> OptionalDouble.of(one.value())).orElseGet(OptionalDouble::empty);
    }

    private Dimension dimension(DimensionScore score) {
        return new Dimension(words.dimension(score.dimension()), score.weight(),
                score.score().isPresent() ? BatchWords.hundredth(score.score())
                        : words.say("page.notAssessed"),
                score.counted());
    }

    private ItemView item(Ranking.Place place, Evidence evidence) {
        var id = evidence.item().id();
        var judging = Optional.ofNullable(place.entrant().keys().get(id)).flatMap(ranking.batch()::judging);
        return new ItemView(words.title(evidence.item()), id, words.standing(evidence), mark(evidence),
                BatchWords.hundredth(evidence.fraction()), judging.map(this::groups).orElse(List.of()),
                judging.map(Details::diagnostics).orElse(List.of()), same(place, id));
    }

    private static String mark(Evidence evidence) {
        return switch (evidence.standing()) {
            case Standing.Judged judged -> judged.verdict() == Verdict.ACCEPTED ? "ok" : "bad";
            case Standing.Marked marked -> marked.fraction().equals(Fraction.ONE) ? "ok" : "bad";
            case Standing.NoAnswer _,Standing.Missing _ -> "none";
            case Standing.Unreadable _ -> "bad";
            case Standing.WaitingForReview _,Standing.Pending _ -> "open";
            case Standing.JudgeError _ -> "ours";
        };
    }

    private List<Group> groups(JudgingRecord judging) {
        return BatchJson.groups(judging).entrySet().stream().map(group -> {
            var about = judging.about().get(group.getKey());
            return new Group(about == null ? group.getKey() : about.in(words.words().language()),
                    group.getValue().passed(), group.getValue().all());
        }).toList();
    }

    private static List<String> diagnostics(JudgingRecord judging) {
        return judging.verdict() != Verdict.COMPILE_ERROR ? List.of()
                : judging.diagnostics()
                        .stream()
                        .limit(DIAGNOSTICS_MAX)
                        .map(found -> Printable.cut(
                                Printable.line(found.line() + ":" + found.column() + " " + found.message()),
                                MESSAGE_CHARACTERS_MAX))
                        .toList();
    }

    private String same(Ranking.Place place, String exercise) {
        var same = ranking.sameAs(place.entrant(), exercise);
        if (same.isEmpty()) {
            return "";
        }
        var names = same.stream()
                .limit(SAME_MAX)
                .map(words::name)
                .collect(Collectors.joining(words.say("list.separator")));
        return same.size() <= SAME_MAX ? words.say("page.same", names)
                : words.say("page.sameMore", names, same.size() - SAME_MAX);
    }
}

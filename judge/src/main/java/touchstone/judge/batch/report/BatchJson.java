package touchstone.judge.batch.report;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import touchstone.judge.batch.intake.Finding;
import touchstone.judge.interview.Evidence;
import touchstone.judge.interview.Fraction;
import touchstone.judge.interview.InterviewScore;
import touchstone.judge.interview.Item;
import touchstone.judge.report.CandidateView.Count;
import touchstone.judge.report.JudgingRecord;
import touchstone.judge.report.Printable;
import touchstone.judge.run.Verdict;
import touchstone.judge.statistics.ItemAnalysis;

/// A batch as one JSON object, an applicant a line. Scores lie between 0 and 1; a number that does not exist is null,
/// never zero.
record BatchJson(Ranking ranking, List<ItemAnalysis> analyses, Optional<Comparison> comparison) {
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final int VERSION = 1;

    void write(Writer out, Instant now) throws IOException {
        var manifest = ranking.manifest();
        var head = MAPPER.createObjectNode();
        head.put("format", "touchstone-batch-report").put("version", VERSION).put("date", now.toString());
        head.put("source", manifest.source()).put("layout", manifest.layout().name());
        head.put("interview", manifest.interview().orElse(null)).put("seed", manifest.seed());
        var weights = head.putObject("weights");
        manifest.weights().percent().forEach((dimension, percent) -> weights.put(dimension.key(), percent));
        head.put("judgeErrors", ranking.ours());
        var items = head.putArray("items");
        for (int i = 0; i < manifest.items().size(); i++) {
            item(items.addObject(), manifest.items().get(i), analyses.get(i));
        }
        comparison.ifPresent(found -> comparison(head.putObject("regrade"), found));
        findings(head.putArray("notUsed"), manifest.others());
        var text = head.toString();
        out.write(Printable.text(text.substring(0, text.length() - 1)));
        out.write(",\"applicants\":[");
        var separator = "\n";
        for (var place : ranking.places()) {
            out.write(separator);
            out.write(Printable.text(applicant(place).toString()));
            separator = ",\n";
        }
        out.write("\n]}\n");
    }

    private static void item(ObjectNode node, Item item, ItemAnalysis analysis) {
        node.put("id", item.id()).put("kind", item.kind().name()).put("minutes", item.minutes());
        node.put("version", item.version()).put("n", analysis.n());
        number(node, "mean", analysis.mean());
        number(node, "difficulty", Sheets.difficulty(analysis));
        number(node, "discrimination", analysis.trust() == ItemAnalysis.Trust.HIDDEN ? OptionalDouble.empty()
                : analysis.discrimination());
        node.put("trust", Sheets.trust(analysis));
    }

    private ObjectNode applicant(Ranking.Place place) {
        var score = ranking.score(place.entrant());
        var node = MAPPER.createObjectNode();
        node.put("id", place.entrant().id()).put("name", place.entrant().name());
        node.put("rank", place.rank().orElse(null));
        fraction(node, "total", score.total());
        fraction(node, "lowest", score.range().map(InterviewScore.Range::lowest));
        fraction(node, "highest", score.range().map(InterviewScore.Range::highest));
        var dimensions = node.putObject("dimensions");
        score.dimensions().forEach(one -> fraction(dimensions, one.dimension().key(), one.score()));
        var items = node.putObject("items");
        score.evidence().forEach(one -> item(items.putObject(one.item().id()), place, one));
        findings(node.putArray("notUsed"), place.entrant().findings());
        return node;
    }

    private void item(ObjectNode node, Ranking.Place place, Evidence evidence) {
        var id = evidence.item().id();
        node.put("state", state(evidence)).put("open", evidence.open());
        fraction(node, "fraction", evidence.fraction());
        var key = place.entrant().keys().get(id);
        if (key != null) {
            ranking.batch().judging(key).ifPresent(judging -> judging(node, judging));
        }
        var same = ranking.sameAs(place.entrant(), id);
        if (!same.isEmpty()) {
            same.forEach(node.putArray("sameSourceAs")::add);
        }
    }

    private static String state(Evidence evidence) {
        return evidence.standing().getClass().getSimpleName();
    }

    private static void judging(ObjectNode node, JudgingRecord judging) {
        node.put("verdict", judging.verdict().name());
        if (judging.verdict() != Verdict.JUDGE_ERROR) {
            node.put("points", judging.score().points()).put("maxPoints", judging.score().maxPoints());
        }
        node.put("submissionSha256", judging.submissionSha256()).put("exerciseHash", judging.exerciseHash());
        var groups = node.putObject("tests");
        new TreeMap<>(groups(judging)).forEach((about, count) -> groups.putObject(about)
                .put("passed", count.passed())
                .put("tests", count.all()));
    }

    /// Tests by what they are about, in the order of the suite.
    static SequencedMap<String, Count> groups(JudgingRecord judging) {
        var groups = new LinkedHashMap<String, Count>();
        for (var test : judging.tests()) {
            var one = new Count(test.verdict() == Verdict.ACCEPTED ? 1 : 0, 1);
            groups.merge(test.about(), one,
                    (all, next) -> new Count(all.passed() + next.passed(), all.all() + next.all()));
        }
        return groups;
    }

    private static void comparison(ObjectNode node, Comparison comparison) {
        node.put("compared", comparison.compared()).put("changed", comparison.changes().size());
        var dimensions = node.putObject("dimensions");
        comparison.shifts()
                .forEach((dimension, shift) -> dimensions.putObject(dimension.key())
                        .put("compared", shift.compared())
                        .put("changed", shift.changed())
                        .put("mean", shift.mean())
                        .put("lowest", shift.lowest())
                        .put("highest", shift.highest()));
        var turns = node.putArray("verdicts");
        comparison.turns()
                .forEach((turn, count) -> turns.addObject()
                        .put("item", turn.item())
                        .put("before", turn.before().name())
                        .put("after", turn.after().name())
                        .put("applicants", count));
        var applicants = node.putArray("applicants");
        comparison.changes().forEach(change -> change(applicants.addObject(), change));
        var appeared = node.putArray("appeared");
        comparison.appeared().forEach(one -> appeared.add(one.id()));
        var vanished = node.putArray("vanished");
        comparison.vanished().forEach(one -> vanished.add(one.id()));
    }

    private static void change(ObjectNode node, Comparison.Change change) {
        node.put("id", change.after().id());
        fraction(node, "before", change.before().total());
        fraction(node, "after", change.after().total());
        var items = node.putArray("items");
        for (var item : change.items()) {
            var one = items.addObject().put("item", item.item());
            one.put("verdictBefore", item.before().verdict().map(Verdict::name).orElse(null));
            one.put("verdictAfter", item.after().verdict().map(Verdict::name).orElse(null));
            fraction(one, "before", item.before().fraction());
            fraction(one, "after", item.after().fraction());
        }
    }

    private static void findings(ArrayNode node, List<Finding> findings) {
        for (var finding : findings) {
            var one = node.addObject().put("path", finding.path()).put("reason", finding.reason().name());
            finding.details().forEach(one.putArray("details")::add);
        }
    }

    private static void fraction(ObjectNode node, String key, Optional<Fraction> fraction) {
        node.put(key, fraction.map(Fraction::value).orElse(null));
    }

    private static void number(ObjectNode node, String key, OptionalDouble value) {
        if (value.isPresent()) {
            node.put(key, value.getAsDouble());
        } else {
            node.putNull(key);
        }
    }
}

package touchstone.judge.report;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.interview.DimensionScore;
import touchstone.judge.interview.Evidence;
import touchstone.judge.interview.Fraction;
import touchstone.judge.interview.InterviewReport;
import touchstone.judge.interview.InterviewReport.WeightsFrom;
import touchstone.judge.interview.InterviewScore;
import touchstone.judge.interview.Item;
import touchstone.judge.interview.Note;
import touchstone.judge.text.Text;

/// A whole interview as one JSON object whose keys stand in a fixed order. Scores and fractions lie between 0
/// and 1; a number that does not exist is null, never zero.
public final class InterviewJson {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private InterviewJson() {}

    public static String of(InterviewReport report) {
        return write(object(report));
    }

    /// An object of reports as text for people and programs, in which nothing is invisible.
    public static String write(ObjectNode node) {
        return Printable.text(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node));
    }

    /// For whoever adds to it.
    public static ObjectNode object(InterviewReport report) {
        var node = MAPPER.createObjectNode();
        node.put("blueprint", report.blueprint());
        text(node.putObject("title"), report.title());
        node.put("candidate", report.candidate().orElse(null));
        node.put("date", report.date().toString());
        node.put("seed", report.seed());
        weights(node, report);
        total(node, report.score());
        var dimensions = node.putArray("dimensions");
        report.score().dimensions().forEach(dimension -> dimension(dimensions.addObject(), dimension));
        var sections = node.putArray("sections");
        report.sections().forEach(section -> section(sections.addObject(), section));
        ids(node.putArray("openReviews"), report.openReviews());
        ids(node.putArray("unreadable"), report.unreadable());
        ids(node.putArray("judgeErrors"), report.judgeErrors());
        ids(node.putArray("missing"), report.missing());
        ids(node.putArray("overruled"), report.overruled());
        var notes = node.putArray("notes");
        report.notes().forEach(note -> note(notes.addObject(), note));
        return node;
    }

    private static void weights(ObjectNode node, InterviewReport report) {
        var weights = node.putObject("weights");
        report.score()
                .weights()
                .percent()
                .forEach((dimension, percent) -> weights.put(dimension.key(), percent));
        switch (report.weightsFrom()) {
            case WeightsFrom.ThePreset(var preset) ->
                node.put("weightsFrom", "PRESET").put("preset", preset.id());
            case WeightsFrom.TheBlueprint() -> node.put("weightsFrom", "BLUEPRINT").putNull("preset");
            case WeightsFrom.Custom() -> node.put("weightsFrom", "CUSTOM").putNull("preset");
        }
    }

    private static void total(ObjectNode node, InterviewScore score) {
        fraction(node, "total", score.total());
        node.put("provisional", score.provisional());
        fraction(node, "lowestTotal", score.range().map(InterviewScore.Range::lowest));
        fraction(node, "highestTotal", score.range().map(InterviewScore.Range::highest));
        node.put("openMinutes", score.openMinutes());
    }

    private static void dimension(ObjectNode node, DimensionScore dimension) {
        node.put("dimension", dimension.dimension().key());
        node.put("weight", dimension.weight());
        node.put("assessed", dimension.score().isPresent());
        fraction(node, "score", dimension.score());
        fraction(node, "lowest", dimension.lowest());
        fraction(node, "highest", dimension.highest());
        node.put("items", dimension.counted());
        node.put("minutes", dimension.minutes().value());
        var evidence = node.putArray("evidence");
        dimension.shares().forEach(share -> share(evidence.addObject(), dimension.dimension(), share));
    }

    private static void share(ObjectNode node, RubricDimension dimension, DimensionScore.Share share) {
        var evidence = share.evidence();
        node.put("item", evidence.item().id());
        node.put("minutes", evidence.item().minutes());
        node.put("share", share.percent());
        fraction(node, "fraction", share.fraction());
        fraction(node, "contribution", share.contribution());
        fraction(node, "byMachine", evidence.byMachine(dimension));
        fraction(node, "byPeople", evidence.byPeople());
        InterviewItemJson.graded(node, evidence);
        node.put("version", evidence.item().version());
    }

    private static void section(ObjectNode node, InterviewReport.Section section) {
        text(node.putObject("title"), section.title());
        node.put("minutes", section.minutes());
        var items = node.putArray("items");
        section.items().forEach(evidence -> item(items.addObject(), evidence));
    }

    private static void item(ObjectNode node, Evidence evidence) {
        Item item = evidence.item();
        node.put("id", item.id());
        node.put("kind", item.kind().name());
        text(node.putObject("title"), item.title());
        node.put("minutes", item.minutes());
        var split = node.putObject("split");
        item.split().forEach((dimension, percent) -> split.put(dimension.key(), percent));
        node.put("version", item.version());
        node.put("open", evidence.open());
        fraction(node, "fraction", evidence.fraction());
        node.put("maxPoints", item.kind().points());
        InterviewItemJson.machine(node.putObject("machine"), evidence);
        InterviewItemJson.people(node, evidence);
    }

    private static void note(ObjectNode node, Note note) {
        node.put("key", note.key());
        arguments(node.putArray("arguments"), note.arguments());
    }

    /// Whatever a sentence is filled in with, in no language.
    static void arguments(ArrayNode node, List<?> arguments) {
        for (var argument : arguments) {
            switch (argument) {
                case RubricDimension dimension -> node.add(dimension.key());
                case Text text -> text(node.addObject(), text);
                case List<?> list -> arguments(node.addArray(), list);
                case Integer number -> node.add(number);
                case Long number -> node.add(number);
                default -> node.add(argument.toString());
            }
        }
    }

    static void fraction(ObjectNode node, String key, Optional<Fraction> fraction) {
        node.put(key, fraction.map(Fraction::value).orElse(null));
    }

    static void text(ObjectNode node, Text text) {
        node.put("zh", text.zh()).put("en", text.en());
    }

    private static void ids(ArrayNode node, List<Evidence> which) {
        which.forEach(evidence -> node.add(evidence.item().id()));
    }
}

package touchstone.judge.batch.report;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.batch.Manifest.Entrant;
import touchstone.judge.batch.intake.Finding;
import touchstone.judge.batch.report.Graded.Mark;
import touchstone.judge.interview.Fraction;
import touchstone.judge.interview.InterviewScore;
import touchstone.judge.interview.Item;
import touchstone.judge.statistics.ItemAnalysis;
import touchstone.judge.text.Language;

/// A batch as one page that needs nothing else. Details are made one applicant at a time, as the page is written.
record BatchPage(
        Ranking ranking,
        List<ItemAnalysis> analyses,
        Optional<Comparison> comparison,
        BatchWords words,
        Instant now) {
    private static final String TEXTS = "page.";
    /// More columns would be more than anybody can take in.
    private static final int ITEM_COLUMNS_MAX = 6;
    /// Of what was ignored; spreadsheets list it all.
    private static final int IGNORED_MAX = 200;

    /// A line of the ranking.
    ///
    /// @param anchor of the details
    public record Line(
            String anchor,
            String rank,
            String name,
            String id,
            Optional<Gauge> gauge,
            String total,
            String range,
            List<String> dimensions,
            List<String> items,
            int findings) {}

    /// Percent of the scale, as attributes of the drawing.
    public record Gauge(String streak, String open) {}

    /// How an item did.
    public record Row(
            String id,
            String title,
            String kind,
            int n,
            String mean,
            String difficulty,
            String discrimination,
            String trust) {}

    /// What was not used of somebody, or of nobody.
    public record Unused(String who, List<String> sentences) {}

    void write(Writer out) throws IOException {
        var loader = new ClasspathLoader(BatchPage.class.getClassLoader());
        loader.setPrefix("touchstone/judge/batch/report");
        var engine = new PebbleEngine.Builder().loader(loader).strictVariables(true).build();
        engine.getTemplate("batch.peb").evaluate(out, model());
    }

    private Map<String, Object> model() {
        var manifest = ranking.manifest();
        var plots = new BatchPlots(ranking, words);
        var details = new Details(ranking, words);
        var items = manifest.items();
        var model = new HashMap<String, Object>();
        model.put("t", texts());
        model.put("lang", words.words().language() == Language.ZH ? "zh-CN" : "en");
        model.put("title",
                manifest.title()
                        .map(title -> title.in(words.words().language()))
                        .orElseGet(() -> words.say("page.exercises")));
        model.put("facts", facts());
        model.put("remarks", remarks());
        model.put("dimensions", dimensions());
        model.put("itemColumns",
                items.size() <= ITEM_COLUMNS_MAX ? items.stream().map(Item::id).toList() : List.of());
        model.put("lines", (Iterable<Line>) () -> ranking.places().stream().map(this::line).iterator());
        model.put("counted", ranking.graded().stream().filter(one -> one.total().isPresent()).count());
        model.put("totalsPlot", plots.totals());
        model.put("dimensionsPlot", plots.dimensions());
        model.put("rows", rows());
        model.put("smallNumbers",
                words.say("page.smallNumbers", ItemAnalysis.SHOWN_FROM, ItemAnalysis.ENOUGH));
        model.put("unread", unused(true));
        model.put("ignored", unused(false));
        model.put("regrade", comparison.map(found -> new Regrade(found, ranking, words).view()).orElse(null));
        model.put("details",
                (Iterable<Details.View>) () -> ranking.places().stream().map(details::view).iterator());
        return model;
    }

    /// By what follows the prefix, for Pebble passes no variable arguments.
    private Map<String, String> texts() {
        return words.words()
                .bundle()
                .keySet()
                .stream()
                .filter(key -> key.startsWith(TEXTS))
                .collect(Collectors.toMap(key -> key.substring(TEXTS.length()), words::say));
    }

    private List<List<String>> facts() {
        var manifest = ranking.manifest();
        var date = now.atOffset(ZoneOffset.UTC);
        return Stream
                .of(List.of("applicants", Integer.toString(manifest.applicants().size())),
                        List.of("items", Integer.toString(manifest.items().size())),
                        List.of("layout", words.layout(manifest.layout())),
                        List.of("source", words.name(manifest.source())), List.of("weights", weights()),
                        List.of("seed", Long.toString(manifest.seed())),
                        List.of("date",
                                date.toLocalDate() + " " + date.toLocalTime().toString().substring(0, 5)
                                        + " UTC"))
                .map(pair -> List.of(words.say("fact." + pair.getFirst()), pair.getLast()))
                .toList();
    }

    private String weights() {
        return ranking.manifest()
                .weights()
                .percent()
                .entrySet()
                .stream()
                .map(one -> words.dimension(one.getKey()) + " " + one.getValue() + " %")
                .collect(Collectors.joining(" · "));
    }

    private List<String> remarks() {
        var manifest = ranking.manifest();
        long open = ranking.graded().stream().filter(one -> one.range().isPresent()).count();
        return Stream.of(ranking.ours() == 0 ? "" : words.say("remark.ours", ranking.ours()),
                open == 0 ? "" : words.say("remark.provisional", open),
                ranking.batch().damaged() == 0 ? "" : words.say("remark.damaged", ranking.batch().damaged()),
                manifest.interview().isPresent() || manifest.onlyExercise().isPresent() ? ""
                        : words.say("remark.exercises"))
                .filter(one -> !one.isEmpty())
                .toList();
    }

    private List<String> dimensions() {
        return Stream.of(RubricDimension.values()).map(words::dimension).toList();
    }

    private Line line(Ranking.Place place) {
        var graded = place.graded();
        var items = ranking.manifest().items();
        return new Line(Details.anchor(place), place.rank().map(String::valueOf).orElse("—"),
                words.name(graded.name()), graded.id().equals(graded.name()) ? "" : words.name(graded.id()),
                graded.total().map(total -> gauge(total, graded)), BatchWords.hundredth(graded.total()),
                graded.range()
                        .map(range -> BatchWords.hundredth(Optional.of(range.lowest())) + "–"
                                + BatchWords.hundredth(Optional.of(range.highest())))
                        .orElse(""),
                graded.dimensions().values().stream().map(BatchWords::hundredth).toList(),
                items.size() > ITEM_COLUMNS_MAX ? List.of()
                        : items.stream()
                                .map(item -> BatchWords.hundredth(
                                        graded.items().getOrDefault(item.id(), Mark.NONE).fraction()))
                                .toList(),
                (int) place.entrant().findings().stream().filter(Finding::grave).count());
    }

    private static Gauge gauge(Fraction total, Graded graded) {
        var lowest = graded.range().map(InterviewScore.Range::lowest).orElse(total).times(100, 1);
        var highest = graded.range().map(InterviewScore.Range::highest).orElse(total).times(100, 1);
        return new Gauge(lowest.toPlainString(), highest.subtract(lowest).toPlainString());
    }

    private List<Row> rows() {
        var rows = new ArrayList<Row>();
        for (int i = 0; i < analyses.size(); i++) {
            var item = ranking.manifest().items().get(i);
            var analysis = analyses.get(i);
            var discrimination = analysis.trust() == ItemAnalysis.Trust.HIDDEN
                    || analysis.discrimination().isEmpty() ? "—"
                            : BatchWords.rounded(analysis.discrimination().getAsDouble(), 2).toPlainString();
            var difficulty = Sheets.difficulty(analysis);
            rows.add(new Row(item.id(), words.title(item), words.say("kind." + item.kind()), analysis.n(),
                    BatchWords.hundredth(analysis.mean()),
                    difficulty.isEmpty() ? "—"
                            : BatchWords.rounded(difficulty.getAsDouble(), 2).toPlainString(),
                    discrimination, words.say("trust." + Sheets.trust(analysis))));
        }
        return rows;
    }

    private List<Unused> unused(boolean grave) {
        var all = Stream
                .concat(ranking.manifest()
                        .applicants()
                        .stream()
                        .map(one -> unused(words.name(one.name()), one, grave)),
                        Stream.of(unused("", ranking.manifest().others(), grave)))
                .filter(one -> !one.sentences.isEmpty());
        return grave ? all.toList() : all.limit(IGNORED_MAX).toList();
    }

    private Unused unused(String name, Entrant entrant, boolean grave) {
        return unused(name, entrant.findings(), grave);
    }

    private Unused unused(String who, List<Finding> findings, boolean grave) {
        return new Unused(who,
                findings.stream()
                        .filter(finding -> finding.grave() == grave)
                        .limit(IGNORED_MAX)
                        .map(words::finding)
                        .toList());
    }
}

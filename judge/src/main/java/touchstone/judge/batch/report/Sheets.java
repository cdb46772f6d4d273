package touchstone.judge.batch.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.batch.intake.Finding;
import touchstone.judge.batch.report.Graded.Mark;
import touchstone.judge.interview.InterviewScore;
import touchstone.judge.interview.Item;
import touchstone.judge.sheet.Sheet;
import touchstone.judge.sheet.Sheet.Cell;
import touchstone.judge.statistics.ItemAnalysis;

/// A batch as tables: applicants, items, and what was not used.
record Sheets(Ranking ranking, List<ItemAnalysis> analyses, BatchWords words) {
    private static final int DECIMALS = 4;

    Sheet applicants() {
        var columns = new ArrayList<>(
                Stream.of("rank", "id", "name", "total", "lowest", "highest").map(this::column).toList());
        Stream.of(RubricDimension.values()).map(words::dimension).forEach(columns::add);
        for (var item : items()) {
            columns.add(item.id());
            if (item.kind() == Item.Kind.EXERCISE) {
                columns.add(item.id() + " " + column("verdict"));
            }
        }
        columns.add(column("findings"));
        return new Sheet(words.say("sheet.applicants"), columns,
                ranking.places().stream().map(this::row).toList());
    }

    private List<Cell> row(Ranking.Place place) {
        var graded = place.graded();
        var cells = new ArrayList<Cell>(List.of(
                place.rank().<Cell>map(rank -> Cell.of(rank.longValue())).orElseGet(Cell.Empty::new),
                Cell.of(graded.id()), Cell.of(graded.name()),
                Cell.ofFigure(graded.total().map(BatchWords::kept)),
                Cell.ofFigure(graded.range().map(InterviewScore.Range::lowest).map(BatchWords::kept)),
                Cell.ofFigure(graded.range().map(InterviewScore.Range::highest).map(BatchWords::kept))));
        for (var dimension : RubricDimension.values()) {
            cells.add(Cell.ofFigure(
                    graded.dimensions().getOrDefault(dimension, Optional.empty()).map(BatchWords::kept)));
        }
        for (var item : items()) {
            var mark = graded.items().getOrDefault(item.id(), Mark.NONE);
            cells.add(Cell.ofFigure(mark.fraction().map(BatchWords::kept)));
            if (item.kind() == Item.Kind.EXERCISE) {
                cells.add(mark.verdict().map(verdict -> Cell.of(verdict.name())).orElseGet(Cell.Empty::new));
            }
        }
        cells.add(Cell.of(place.entrant().findings().stream().filter(Finding::grave).count()));
        return cells;
    }

    Sheet itemsSheet() {
        var columns = Stream
                .of("item", "title", "kind", "minutes", "n", "mean", "difficulty", "discrimination", "trust")
                .map(this::column)
                .toList();
        var rows = new ArrayList<List<Cell>>();
        for (int i = 0; i < items().size(); i++) {
            var item = items().get(i);
            var analysis = analyses.get(i);
            rows.add(
                    List.of(Cell.of(item.id()), Cell.of(words.title(item)),
                            Cell.of(words.say("kind." + item.kind())), Cell.of(item.minutes()),
                            Cell.of(analysis.n()), figure(times100(analysis.mean())),
                            figure(difficulty(analysis)),
                            figure(analysis.trust() == ItemAnalysis.Trust.HIDDEN ? OptionalDouble.empty()
                                    : analysis.discrimination()),
                            Cell.of(words.say("trust." + trust(analysis)))));
        }
        return new Sheet(words.say("sheet.items"), columns, rows);
    }

    Sheet findings() {
        var rows = new ArrayList<List<Cell>>();
        for (var entrant : ranking.manifest().applicants()) {
            entrant.findings().forEach(finding -> rows.add(finding(entrant.id(), finding)));
        }
        ranking.manifest().others().forEach(finding -> rows.add(finding("", finding)));
        return new Sheet(words.say("sheet.findings"),
                Stream.of("id", "path", "finding").map(this::column).toList(), rows);
    }

    private List<Cell> finding(String id, Finding finding) {
        return List.of(Cell.of(id), Cell.of(finding.path()), Cell.of(words.finding(finding)));
    }

    /// Points lost by the average applicant, from 0 to 1.
    static OptionalDouble difficulty(ItemAnalysis analysis) {
        return analysis.mean().isEmpty() ? OptionalDouble.empty()
                : OptionalDouble.of(1 - analysis.mean().getAsDouble());
    }

    static String trust(ItemAnalysis analysis) {
        boolean constant = analysis.trust() != ItemAnalysis.Trust.HIDDEN
                && analysis.discrimination().isEmpty();
        return constant ? "CONSTANT" : analysis.trust().name();
    }

    private static OptionalDouble times100(OptionalDouble value) {
        return value.isEmpty() ? value : OptionalDouble.of(100 * value.getAsDouble());
    }

    private static Cell figure(OptionalDouble value) {
        return value.isEmpty() ? new Cell.Empty() : new Cell.Figure(rounded(value.getAsDouble()));
    }

    private static BigDecimal rounded(double value) {
        return BatchWords.rounded(value, DECIMALS);
    }

    private List<Item> items() {
        return ranking.manifest().items();
    }

    private String column(String key) {
        return words.say("column." + key);
    }
}

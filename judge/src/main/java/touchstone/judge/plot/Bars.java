package touchstone.judge.plot;

import java.util.HashMap;
import java.util.List;
import java.util.OptionalDouble;

/// Rows over one scale from 0 to 1, which is shown as 0 to 100: a bar each, or a strip of dots with one value marked.
public final class Bars {
    /// One line of the plot.
    ///
    /// @param value the bar's length, or the mark among the dots; none where nothing was assessed
    /// @param words at the end of the row: the value, or that there is none
    /// @param dots the values of all, one dot each; empty for a bar
    public record Row(String label, OptionalDouble value, String words, List<Double> dots) {
        public Row {
            dots = List.copyOf(dots);
            if (dots.stream().anyMatch(Bars::isOutside)
                    || (value.isPresent() && isOutside(value.getAsDouble()))) {
                throw new IllegalArgumentException("from 0 to 1: %s, %s in %s".formatted(value, dots, label));
            }
        }
    }

    private static final double LABEL_EMS = 6.8;
    private static final double LEFT = LABEL_EMS * Svg.FONT + 10;
    private static final double RIGHT = Svg.WIDTH - 50;
    private static final double ROW = 36;
    private static final double TOP = 6;
    private static final double DOT = 3;
    /// Dots rise no higher than their row; beyond, they lie on one another.
    private static final int STACKED_MAX = 5;

    private Bars() {}

    private static boolean isOutside(double value) {
        return !(value >= 0 && value <= 1);
    }

    public static String svg(Caption caption, List<Row> rows) {
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("at least one row");
        }
        double bottom = TOP + rows.size() * ROW;
        var svg = new Svg("bars", bottom + 20, caption);
        for (int quarter = 0; quarter <= 4; quarter++) {
            double x = x(quarter / 4.0);
            svg.line("grid", x, TOP, x, bottom, quarter == 0 ? 0.5 : 0.15);
            svg.smallText("tick", x, bottom + 14, "middle", Integer.toString(25 * quarter));
        }
        for (int i = 0; i < rows.size(); i++) {
            row(svg, rows.get(i), TOP + (i + 0.5) * ROW);
        }
        return svg.toString();
    }

    private static double x(double value) {
        return LEFT + value * (RIGHT - LEFT);
    }

    private static void row(Svg svg, Row row, double y) {
        var lines = Labels.lines(row.label, LABEL_EMS, 2);
        svg.lines(LEFT - 8, y + 4 - (lines.size() - 1) * Labels.LINE_HEIGHT / 2, "end", lines, LABEL_EMS);
        svg.text("value", Svg.WIDTH - 4, y + 4, "end", Labels.cut(row.words, 3.2));
        if (row.dots.isEmpty()) {
            row.value.ifPresent(value -> svg.element("rect", "class", "bar", "x", LEFT, "y", y - 6, "width",
                    value * (RIGHT - LEFT), "height", 12, "rx", 2, "fill", "#a67c1a", "fill-opacity", 0.75));
        } else {
            dots(svg, row.dots, y);
            row.value.ifPresent(value -> mark(svg, x(value), y));
        }
    }

    /// Values that would cover one another pile up, from the middle of the row to both sides.
    private static void dots(Svg svg, List<Double> values, double y) {
        var piles = new HashMap<Long, Integer>();
        for (double value : values.stream().sorted().toList()) {
            long column = Math.round((x(value) - LEFT) / (2 * DOT));
            int place = piles.merge(column, 1, Integer::sum) - 1;
            int step = Math.min(place, STACKED_MAX - 1);
            int rows = (step + 1) / 2;
            double rise = rows * 2 * DOT * (step % 2 == 0 ? 1 : -1);
            svg.element("circle", "class", "dot", "cx", LEFT + column * 2 * DOT, "cy", y + rise, "r",
                    DOT - 0.3, "fill", "#3b7dd8", "fill-opacity", 0.55);
        }
    }

    private static void mark(Svg svg, double x, double y) {
        svg.element("line", "class", "here", "x1", x, "y1", y - ROW / 2 + 3, "x2", x, "y2", y + ROW / 2 - 3,
                "stroke", "currentColor", "stroke-width", 2.4);
        svg.element("path", "class", "here", "d",
                "M%s %sl4 -5h-8z".formatted(Svg.number(x), Svg.number(y - ROW / 2 + 6)));
    }
}

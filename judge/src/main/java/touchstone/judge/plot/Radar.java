package touchstone.judge.plot;

import java.util.List;
import java.util.OptionalDouble;

/// Up to five series over axes that start in the middle.
public final class Radar {
    private static final int SERIES_MAX = Stroke.ALL.size();
    private static final int AXES_MIN = 2;
    private static final double RADIUS = 80;
    private static final double CENTER_X = Svg.WIDTH / 2;
    private static final double LABEL_EMS = 6.8;
    private static final double LABEL_GAP = 15;
    private static final int LABEL_LINES_MAX = 3;
    private static final double ABSENCE_GAP = 8;
    private static final double LEGEND_ROW = 20;

    private final List<String> axes;
    private final List<Series> series;
    private final String absent;
    private final double centerY;
    private final double legendY;

    private Radar(List<String> axes, List<Series> series, String absent) {
        this.axes = axes;
        this.series = series;
        this.absent = absent;
        this.centerY = RADIUS + LABEL_GAP + 10 + linesOf(0) * Labels.LINE_HEIGHT;
        int lowest = 0;
        for (int i = 0; i < axes.size(); i++) {
            lowest = sine(i) > 0.5 ? Math.max(lowest, linesOf(i)) : lowest;
        }
        this.legendY = centerY + RADIUS + LABEL_GAP + lowest * Labels.LINE_HEIGHT + 24;
    }

    /// Draws it.
    ///
    /// @param axes their labels, at least two
    /// @param absent the words for what was not assessed
    public static String svg(Caption caption, List<String> axes, List<Series> series, String absent) {
        if (axes.size() < AXES_MIN || series.isEmpty() || series.size() > SERIES_MAX) {
            throw new IllegalArgumentException("at least %d axes and 1 to %d series: %d, %d"
                    .formatted(AXES_MIN, SERIES_MAX, axes.size(), series.size()));
        }
        for (var each : series) {
            if (each.values().size() != axes.size()) {
                throw new IllegalArgumentException("a value for every axis: " + each);
            }
        }
        return new Radar(List.copyOf(axes), List.copyOf(series), absent).draw(caption);
    }

    private String draw(Caption caption) {
        boolean gaps = series.stream()
                .flatMap(each -> each.values().stream())
                .anyMatch(OptionalDouble::isEmpty);
        int entries = series.size() + (gaps ? 1 : 0);
        int rows = (entries + 1) / 2;
        var svg = new Svg("radar", legendY + (rows - 1) * LEGEND_ROW + 12, caption);
        grid(svg);
        for (int i = 0; i < series.size(); i++) {
            series(svg, Stroke.ALL.get(i), series.get(i).values(), i);
        }
        for (int i = 0; i < series.size(); i++) {
            legend(svg, Stroke.ALL.get(i), i);
        }
        if (gaps) {
            svg.element("path", "class", "absent", "d",
                    "M%s %sm-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0m-1 5l10 -10".formatted(
                            Svg.number(legendX(entries - 1) + 12), Svg.number(legendYOf(entries - 1))),
                    "stroke", "currentColor", "fill", "none");
            svg.text("legend", legendX(entries - 1) + 30, legendYOf(entries - 1) + 4, "start",
                    Labels.cut(absent, 12));
        }
        return svg.toString();
    }

    private void grid(Svg svg) {
        for (int quarter = 1; quarter <= 4; quarter++) {
            svg.element("circle", "class", "grid", "cx", CENTER_X, "cy", centerY, "r", RADIUS * quarter / 4,
                    "fill", "none", "stroke", "currentColor", "stroke-opacity", quarter == 4 ? 0.35 : 0.15);
        }
        for (int i = 0; i < axes.size(); i++) {
            svg.line("grid", CENTER_X, centerY, x(i, RADIUS), y(i, RADIUS), 0.2);
            label(svg, i);
        }
        // in the gap behind the first axis, where no line of the grid runs
        svg.smallText("tick", CENTER_X + 4, centerY - RADIUS / 2 - 2, "start", "50");
        svg.smallText("tick", CENTER_X + 4, centerY - RADIUS - 2, "start", "100");
    }

    private void label(Svg svg, int axis) {
        var lines = label(axis);
        double sine = sine(axis);
        double height = lines.size() * Labels.LINE_HEIGHT;
        boolean beside = Math.abs(cosine(axis)) > 0.3;
        var anchor = beside ? (cosine(axis) > 0 ? "start" : "end") : "middle";
        // the label's box touches the circle of labels: with its lower edge at the top, its upper at the bottom
        double middle = y(axis, RADIUS + LABEL_GAP + (beside ? 0 : height / 2 + 4));
        double shift = beside ? sine * height / 4 : 0;
        svg.lines(x(axis, RADIUS + LABEL_GAP + (beside ? 4 : 0)),
                middle + shift - height / 2 + Labels.LINE_HEIGHT * 0.75, anchor, lines, LABEL_EMS);
    }

    private List<String> label(int axis) {
        return Labels.lines(axes.get(axis), LABEL_EMS, LABEL_LINES_MAX);
    }

    private int linesOf(int axis) {
        return label(axis).size();
    }

    private void series(Svg svg, Stroke stroke, List<OptionalDouble> values, int place) {
        boolean complete = values.stream().allMatch(OptionalDouble::isPresent);
        if (complete && series.size() == 1) {
            stroke.area(svg, path(values));
        }
        stroke.path(svg, path(values));
        for (int i = 0; i < values.size(); i++) {
            var value = values.get(i);
            if (value.isPresent()) {
                stroke.point(svg, x(i, value.getAsDouble() * RADIUS), y(i, value.getAsDouble() * RADIUS));
            } else {
                // outside, where no point can cover it, and side by side along the rim
                double aside = (place - (series.size() - 1) / 2.0) * 11;
                stroke.absence(svg, x(i, RADIUS + ABSENCE_GAP) - sine(i) * aside,
                        y(i, RADIUS + ABSENCE_GAP) + cosine(i) * aside);
            }
        }
    }

    /// A line from axis to axis, interrupted where one of the two has no value.
    private String path(List<OptionalDouble> values) {
        var path = new StringBuilder();
        int size = values.size();
        boolean complete = values.stream().allMatch(OptionalDouble::isPresent);
        for (int i = 0; i < size; i++) {
            var here = values.get(i);
            var next = values.get((i + 1) % size);
            if (here.isEmpty() || next.isEmpty()) {
                continue;
            }
            if (!complete || i == 0) {
                path.append('M').append(point(i, here.getAsDouble()));
            }
            path.append('L').append(point((i + 1) % size, next.getAsDouble()));
        }
        return path.append(complete ? "z" : "").toString();
    }

    private String point(int axis, double value) {
        return Svg.number(x(axis, value * RADIUS)) + " " + Svg.number(y(axis, value * RADIUS));
    }

    private void legend(Svg svg, Stroke stroke, int entry) {
        double x = legendX(entry);
        double y = legendYOf(entry);
        stroke.path(svg, "M%s %sh24".formatted(Svg.number(x), Svg.number(y)));
        stroke.point(svg, x + 12, y);
        svg.text("legend", x + 30, y + 4, "start", Labels.cut(series.get(entry).name(), 12));
    }

    private static double legendX(int entry) {
        return entry % 2 == 0 ? 8 : 8 + Svg.WIDTH / 2;
    }

    private double legendYOf(int entry) {
        int row = entry / 2;
        return legendY + row * LEGEND_ROW;
    }

    private double x(int axis, double radius) {
        return CENTER_X + cosine(axis) * radius;
    }

    private double y(int axis, double radius) {
        return centerY + sine(axis) * radius;
    }

    private double cosine(int axis) {
        return Math.cos(angle(axis));
    }

    private double sine(int axis) {
        return Math.sin(angle(axis));
    }

    private double angle(int axis) {
        // two would make one upright line, on which series cover one another
        return axes.size() == AXES_MIN ? (axis == 0 ? 7 : 11) * Math.PI / 6
                : 2 * Math.PI * axis / axes.size() - Math.PI / 2;
    }
}

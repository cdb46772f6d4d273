package touchstone.judge.plot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;

/// How many values lie in each of equally wide bins.
///
/// @param counts of the bins from the lowest on; a value on a border counts above it, the highest of all below
/// @param median of the values themselves, none if there are no values
public record Histogram(double low, double high, List<Integer> counts, OptionalDouble median) {
    private static final double HEIGHT = 176;
    private static final double LEFT = 14;
    private static final double RIGHT = Svg.WIDTH - 14;
    private static final double TOP = 36;
    private static final double BOTTOM = HEIGHT - 22;
    private static final double TICK_SPACE = 34;
    private static final double COUNT_SPACE = 13;

    public Histogram {
        counts = List.copyOf(counts);
        if (!(low < high) || counts.isEmpty() || counts.stream().anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("bins between %s and %s: %s".formatted(low, high, counts));
        }
    }

    /// Values outside count in the bin that is nearest.
    public static Histogram of(List<Double> values, double low, double high, int bins) {
        var counts = new ArrayList<>(Collections.nCopies(bins, 0));
        for (double value : values) {
            int bin = (int) Math.floor((value - low) / (high - low) * bins);
            int within = Math.clamp(bin, 0, bins - 1);
            counts.set(within, counts.get(within) + 1);
        }
        var sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int half = sorted.length / 2;
        var median = sorted.length == 0 ? OptionalDouble.empty()
                : OptionalDouble
                        .of(sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2);
        return new Histogram(low, high, counts, median);
    }

    /// Draws it.
    ///
    /// @param medianWords what the line at the median is called, its value included
    public String svg(Caption caption, String medianWords) {
        var svg = new Svg("histogram", HEIGHT, caption);
        int most = Math.max(1, Collections.max(counts));
        double width = (RIGHT - LEFT) / counts.size();
        for (int i = 0; i < counts.size(); i++) {
            int count = counts.get(i);
            double top = BOTTOM - (BOTTOM - TOP) * count / most;
            double x = LEFT + i * width;
            if (count > 0) {
                svg.element("rect", "class", "bar", "x", x + 1, "y", top, "width", Math.max(1, width - 2),
                        "height", BOTTOM - top, "rx", Math.min(2, width / 4), "fill", "#a67c1a",
                        "fill-opacity", 0.75);
            }
            if (count > 0 && width >= COUNT_SPACE) {
                svg.smallText("count", x + width / 2, top - 4, "middle", Integer.toString(count));
            }
        }
        svg.line("axis", LEFT, BOTTOM, RIGHT, BOTTOM, 0.5);
        ticks(svg, width);
        median.ifPresent(value -> median(svg, Math.clamp(value, low, high), medianWords));
        return svg.toString();
    }

    private void ticks(Svg svg, double width) {
        int every = 1;
        while (every * width < TICK_SPACE || (counts.size() % every != 0 && every < counts.size())) {
            every++;
        }
        for (int i = 0; i <= counts.size(); i += every) {
            double x = LEFT + i * width;
            svg.line("tick", x, BOTTOM, x, BOTTOM + 4, 0.5);
            svg.smallText("tick", x, BOTTOM + 15, "middle",
                    Svg.number(low + (high - low) * i / counts.size()));
        }
    }

    private void median(Svg svg, double value, String words) {
        double x = LEFT + (RIGHT - LEFT) * (value - low) / (high - low);
        svg.element("line", "class", "median", "x1", x, "y1", 18, "x2", x, "y2", BOTTOM, "stroke",
                "currentColor", "stroke-width", 1.5, "stroke-dasharray", "5 3");
        double half = Labels.ems(words) * Svg.FONT / 2;
        double middle = half * 2 > RIGHT - LEFT ? Svg.WIDTH / 2 : Math.clamp(x, LEFT + half, RIGHT - half);
        svg.text("label", middle, 12, "middle", words);
    }
}

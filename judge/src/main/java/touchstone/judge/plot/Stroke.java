package touchstone.judge.plot;

import java.util.List;
import java.util.Locale;

/// How series are told apart: by dashes and by the shape of their points, and only then by colour.
enum Stroke {
    A("#a67c1a", "none"),
    B("#3f7fb8", "6 3"),
    C("#3c8f52", "1.5 4"),
    D("#cf5246", "9 3 2 3"),
    E("#8a70c0", "14 5");

    static final List<Stroke> ALL = List.of(values());
    private static final double SIZE = 3.6;

    private final String color;
    private final String dashes;

    Stroke(String color, String dashes) {
        this.color = color;
        this.dashes = dashes;
    }

    private String css(String role) {
        return role + " " + name().toLowerCase(Locale.ROOT);
    }

    void path(Svg svg, String path) {
        svg.element("path", "class", css("series"), "d", path, "stroke", color, "stroke-width", 2,
                "stroke-dasharray", dashes, "fill", "none");
    }

    /// The surface under a line that goes all round.
    void area(Svg svg, String path) {
        svg.element("path", "class", css("area"), "d", path, "fill", color, "fill-opacity", 0.2);
    }

    void point(Svg svg, double x, double y) {
        var shape = switch (this) {
            case A -> circle(x, y);
            case B -> polygon(x, y, -1, -1, 1, -1, 1, 1, -1, 1);
            case C -> polygon(x, y, 0, -1.35, 1.25, 0.95, -1.25, 0.95);
            case D -> polygon(x, y, 0, -1.5, 1.5, 0, 0, 1.5, -1.5, 0);
            case E -> "M%s %sL%s %sM%s %sL%s %s".formatted(at(x, -1), at(y, -1), at(x, 1), at(y, 1), at(x, 1),
                    at(y, -1), at(x, -1), at(y, 1));
        };
        svg.element("path", "class", css("mark"), "d", shape, "stroke", color, "stroke-width",
                this == E ? 2 : 1, "fill", color);
    }

    /// A point that is not there: a ring with a stroke through it.
    void absence(Svg svg, double x, double y) {
        svg.element("path", "class", css("absent"), "d",
                circle(x, y) + "M%s %sL%s %s".formatted(at(x, -1.3), at(y, 1.3), at(x, 1.3), at(y, -1.3)),
                "stroke", color, "stroke-width", 1.3, "fill", "none");
    }

    private static String circle(double x, double y) {
        return "M%s %sa%s %s 0 1 0 %s 0a%s %s 0 1 0 %s 0z".formatted(at(x, -1), at(y, 0), Svg.number(SIZE),
                Svg.number(SIZE), Svg.number(2 * SIZE), Svg.number(SIZE), Svg.number(SIZE),
                Svg.number(-2 * SIZE));
    }

    private static String polygon(double x, double y, double... corners) {
        var path = new StringBuilder();
        for (int i = 0; i < corners.length; i += 2) {
            path.append(i == 0 ? 'M' : 'L')
                    .append(at(x, corners[i]))
                    .append(' ')
                    .append(at(y, corners[i + 1]));
        }
        return path.append('z').toString();
    }

    private static String at(double center, double sizes) {
        return Svg.number(center + sizes * SIZE);
    }
}

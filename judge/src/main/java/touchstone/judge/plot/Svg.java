package touchstone.judge.plot;

import java.util.List;

/// SVG as it is being written. Numbers have at most one decimal, which is a tenth of a pixel.
final class Svg {
    static final double WIDTH = 360;
    static final double FONT = 12;
    static final double SMALL_FONT = 10;

    private final StringBuilder out = new StringBuilder();

    Svg(String kind, double height, Caption caption) {
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"plot ")
                .append(kind)
                .append("\" role=\"img\" viewBox=\"0 0 ")
                .append(number(WIDTH))
                .append(' ')
                .append(number(height))
                .append("\" font-family=\"system-ui, sans-serif\" font-size=\"")
                .append(number(FONT))
                .append("\" fill=\"currentColor\" stroke-linecap=\"round\" stroke-linejoin=\"round\">");
        out.append("<title>")
                .append(escaped(caption.title()))
                .append("</title><desc>")
                .append(escaped(caption.description()))
                .append("</desc>");
    }

    /// An element with attributes in pairs of name and value.
    Svg element(String name, Object... attributes) {
        open(name, attributes);
        out.insert(out.length() - 1, '/');
        return this;
    }

    Svg open(String name, Object... attributes) {
        out.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            var value = attributes[i + 1] instanceof Number number ? number(number.doubleValue())
                    : escaped(attributes[i + 1].toString());
            out.append(' ').append(attributes[i]).append("=\"").append(value).append('"');
        }
        out.append('>');
        return this;
    }

    Svg close(String name) {
        out.append("</").append(name).append('>');
        return this;
    }

    Svg line(String css, double x1, double y1, double x2, double y2, double opacity) {
        return element("line", "class", css, "x1", x1, "y1", y1, "x2", x2, "y2", y2, "stroke", "currentColor",
                "stroke-opacity", opacity);
    }

    Svg text(String css, double x, double y, String anchor, String text) {
        open("text", "class", css, "x", x, "y", y, "text-anchor", anchor);
        out.append(escaped(text));
        return close("text");
    }

    Svg smallText(String css, double x, double y, String anchor, String text) {
        open("text", "class", css, "x", x, "y", y, "text-anchor", anchor, "font-size", SMALL_FONT,
                "fill-opacity", 0.75);
        out.append(escaped(text));
        return close("text");
    }

    /// Lines of one text, the first with its base line at y, none wider than so many ems.
    void lines(double x, double y, String anchor, List<String> lines, double emsMax) {
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            open("text", "class", "label", "x", x, "y", y + i * Labels.LINE_HEIGHT, "text-anchor", anchor);
            if (Labels.ems(line) > emsMax) {
                out.insert(out.length() - 1,
                        " textLength=\"" + number(emsMax * FONT) + "\" lengthAdjust=\"spacingAndGlyphs\"");
            }
            out.append(escaped(line));
            close("text");
        }
    }

    static String number(double value) {
        double rounded = Math.round(value * 100) / 100.0;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }

    private static String escaped(String text) {
        var safe = new StringBuilder();
        text.codePoints().filter(Svg::isVisible).forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                default -> safe.appendCodePoint(c);
            }
        });
        return safe.toString();
    }

    /// Names are candidates' too, and may hold what XML forbids or what turns a line around.
    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                false;
            default -> (c & 0xFFFE) != 0xFFFE;
        };
    }

    @Override
    public String toString() {
        return out + "</svg>";
    }
}

package touchstone.judge.plot;

import java.util.ArrayList;
import java.util.List;

/// Labels cut into lines of a width, by what their characters take about: a Chinese one an em, a Latin one a bit more
/// than half.
final class Labels {
    static final double LINE_HEIGHT = 14;
    private static final double LATIN = 0.6;
    private static final int CHINESE_FROM = 0x2E80;
    /// How much longer than a line a single Latin word may be, to be set closer rather than cut.
    private static final double SQUEEZED = 1.25;

    private Labels() {}

    static double ems(String text) {
        return text.codePoints().mapToDouble(Labels::ems).sum();
    }

    private static double ems(int codePoint) {
        return codePoint >= CHINESE_FROM ? 1 : LATIN;
    }

    /// On one line, with an ellipsis if that is too short.
    static String cut(String text, double emsMax) {
        return lines(text, emsMax, 1).getFirst();
    }

    static List<String> lines(String text, double emsMax, int linesMax) {
        var lines = new ArrayList<String>();
        var rest = text.strip();
        while (lines.size() < linesMax - 1 && ems(rest) > emsMax && !isSqueezed(rest, emsMax)) {
            int end = lineEnd(rest, emsMax);
            lines.add(rest.substring(0, end).strip());
            rest = rest.substring(end).strip();
        }
        if (ems(rest) > emsMax && !isSqueezed(rest, emsMax)) {
            rest = rest.substring(0, fitting(rest, emsMax - 1)) + "…";
        }
        lines.add(rest);
        return List.copyOf(lines);
    }

    private static boolean isSqueezed(String text, double emsMax) {
        return ems(text) <= emsMax * SQUEEZED && text.chars().allMatch(c -> c > ' ' && c < CHINESE_FROM);
    }

    /// After the last space that fits or between Chinese characters, so that lines are of about the same length.
    private static int lineEnd(String text, double emsMax) {
        int fits = fitting(text, emsMax);
        int space = text.lastIndexOf(' ', fits);
        if (space > 0) {
            return space;
        }
        int word = text.indexOf(' ');
        if (word > 0 && isSqueezed(text.substring(0, word), emsMax)) {
            return word;
        }
        double even = Math.ceil(ems(text) / Math.ceil(ems(text) / emsMax));
        boolean chinese = text.charAt(0) >= CHINESE_FROM;
        return Math.max(1, chinese ? fitting(text, even) : fits);
    }

    private static int fitting(String text, double emsMax) {
        int end = 0;
        double ems = 0;
        while (end < text.length()) {
            int c = text.codePointAt(end);
            ems += ems(c);
            if (ems > emsMax) {
                break;
            }
            end += Character.charCount(c);
        }
        return end;
    }
}

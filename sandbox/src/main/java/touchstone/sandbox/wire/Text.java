package touchstone.sandbox.wire;

import java.nio.charset.StandardCharsets;

/// Strings on their way to the wire.
public final class Text {
    private Text() {}

    /// The bytes of a string; refused before they are allocated if there are
    /// certainly too many.
    static byte[] utf8(int bytesMax, String text) throws OversizeException {
        if (text.length() <= bytesMax) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            if (bytes.length <= bytesMax) {
                return bytes;
            }
        }
        throw new OversizeException("a string too long");
    }

    /// The beginning of a text, at most so many characters and never half a pair.
    public static String cut(String text, int charsMax) {
        if (text.length() <= charsMax) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(charsMax - 1)) ? charsMax - 1 : charsMax;
        return text.substring(0, end);
    }

    /// The text without what could steer a terminal, a log or the reading direction:
    /// control characters but for tab and line feed, directional marks, unpaired
    /// surrogates. Each becomes U+FFFD.
    public static String clean(String text) {
        int length = text.length();
        int first = 0;
        while (first < length && isPlain(text, first)) {
            first++;
        }
        if (first == length) {
            return text;
        }
        var cleaned = new StringBuilder(length).append(text, 0, first);
        for (int i = first; i < length; i++) {
            cleaned.append(isPlain(text, i) ? text.charAt(i) : '\uFFFD');
        }
        return cleaned.toString();
    }

    private static boolean isPlain(String text, int index) {
        char c = text.charAt(index);
        if (c < ' ') {
            return c == '\n' || c == '\t';
        }
        if (c < 0x7F) {
            return true;
        }
        if (Character.isHighSurrogate(c)) {
            return index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
        }
        int type = Character.getType(c);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }
}

package touchstone.web.markup;

/// Letters in the alphabets of mathematics. Browsers draw MathML's `mathvariant` no longer; the letters themselves
/// they draw.
enum MathLetters {
    BOLD("bold", 0x1D400, 0x1D41A, 0x1D7CE, 0x1D6A8, ""),
    ITALIC("italic", 0x1D434, 0x1D44E, 0, 0x1D6E2, "hℎ"),
    BOLD_ITALIC("bold-italic", 0x1D468, 0x1D482, 0x1D7CE, 0x1D71C, ""),
    DOUBLE_STRUCK("double-struck", 0x1D538, 0x1D552, 0x1D7D8, 0, "CℂHℍNℕPℙQℚRℝZℤ"),
    SCRIPT("script", 0x1D49C, 0x1D4B6, 0, 0, "BℬEℰFℱHℋIℐLℒMℳRℛeℯgℊoℴ"),
    FRAKTUR("fraktur", 0x1D504, 0x1D51E, 0, 0, "CℭHℌIℑRℜZℨ"),
    SANS_SERIF("sans-serif", 0x1D5A0, 0x1D5BA, 0x1D7E2, 0, ""),
    BOLD_SANS_SERIF("bold-sans-serif", 0x1D5D4, 0x1D5EE, 0x1D7EC, 0x1D756, ""),
    MONOSPACE("monospace", 0x1D670, 0x1D68A, 0x1D7F6, 0, "");

    private static final int SMALL_ALPHA_AFTER = 0x1A;

    private final String variant;
    private final int capitals;
    private final int smalls;
    private final int digits;
    private final int greek;
    /// Pairs of a letter and the one that had its place elsewhere in Unicode before.
    private final String older;

    MathLetters(String variant, int capitals, int smalls, int digits, int greek, String older) {
        this.variant = variant;
        this.capitals = capitals;
        this.smalls = smalls;
        this.digits = digits;
        this.greek = greek;
        this.older = older;
    }

    static String of(String variant, String text) {
        for (var letters : values()) {
            if (letters.variant.equals(variant)) {
                var out = new StringBuilder();
                text.codePoints().map(letters::letter).forEach(out::appendCodePoint);
                return out.toString();
            }
        }
        return text;
    }

    private int letter(int c) {
        int at = older.indexOf(c);
        if (at >= 0 && at % 2 == 0) {
            return older.charAt(at + 1);
        }
        if (c >= 'A' && c <= 'Z') {
            return capitals + c - 'A';
        }
        if (c >= 'a' && c <= 'z') {
            return smalls + c - 'a';
        }
        if (c >= '0' && c <= '9' && digits != 0) {
            return digits + c - '0';
        }
        return greek == 0 ? c : greek(c);
    }

    private int greek(int c) {
        if (c >= 'Α' && c <= 'Ω') {
            return greek + c - 'Α';
        }
        return c >= 'α' && c <= 'ω' ? greek + SMALL_ALPHA_AFTER + c - 'α' : c;
    }
}

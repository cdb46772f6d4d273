package touchstone.judge.report;

/// Colour for terminals, or none. Nothing is said by colour alone.
public enum Style {
    PLAIN, COLOUR;

    public String bold(String text) {
        return paint("1", text);
    }

    public String faint(String text) {
        return paint("2", text);
    }

    public String good(String text) {
        return paint("1;32", text);
    }

    public String bad(String text) {
        return paint("1;31", text);
    }

    /// Ours, or undecided.
    public String odd(String text) {
        return paint("1;33", text);
    }

    public String code(String text) {
        return paint("36", text);
    }

    private String paint(String colour, String text) {
        return switch (this) {
            case PLAIN -> text;
            case COLOUR -> "\u001b[" + colour + "m" + text + "\u001b[0m";
        };
    }
}

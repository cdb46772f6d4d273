package touchstone.judge.plot;

/// What a plot is called and what it shows, for whoever cannot see it.
public record Caption(String title, String description) {
    public Caption {
        if (title.isBlank()) {
            throw new IllegalArgumentException("a plot needs a title");
        }
    }
}

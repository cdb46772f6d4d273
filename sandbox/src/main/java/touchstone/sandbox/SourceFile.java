package touchstone.sandbox;

/// A source file as handed in: a file name for messages, and its text.
public record SourceFile(String name, String text) {}

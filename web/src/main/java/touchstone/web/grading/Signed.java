package touchstone.web.grading;

/// Something that somebody of the team said.
///
/// @param by their name
public record Signed<T>(T value, String by) {}

package touchstone.web.interview;

/// What is wrong with a field of a form, or worth knowing about it, in the reader's words.
///
/// @param field `title`, `item:rope`, `weight:THEORY`
record Problem(String field, String message) {}

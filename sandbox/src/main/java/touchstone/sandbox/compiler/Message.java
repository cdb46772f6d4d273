package touchstone.sandbox.compiler;

/// One diagnostic on its way to the judge.
///
/// @param severity as the wire has it
record Message(int severity, String file, long line, long column, String text) {}

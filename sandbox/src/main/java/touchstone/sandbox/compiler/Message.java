package touchstone.sandbox.compiler;

/// One diagnostic on its way to the judge.
///
/// @param severity as the wire has it
/// @param code javac's name of the message
record Message(int severity, String file, Place place, String code, String text) {
    /// Where it belongs.
    ///
    /// @param line from 1, or 0
    /// @param column from 1, or 0
    /// @param start in characters from 0
    /// @param end not before it
    record Place(long line, long column, int start, int end) {
        /// Of what javac reports, which is -1 where it knows nothing.
        static Place of(long line, long column, long start, long end) {
            int from = (int) Math.max(0, start);
            return new Place(Math.max(0, line), Math.max(0, column), from, (int) Math.max(from, end));
        }
    }
}

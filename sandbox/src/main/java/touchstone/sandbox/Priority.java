package touchstone.sandbox;

/// What boxes get of a processor that others want too.
public enum Priority {
    /// As much as whoever started them.
    NORMAL,
    /// Less, so that a server beside them answers at once; all of it when nobody else wants it.
    LOW
}

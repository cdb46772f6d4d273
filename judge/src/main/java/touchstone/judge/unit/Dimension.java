package touchstone.judge.unit;

/// What can be converted into each other.
public enum Dimension {
    /// Plain numbers, in parts, multiples and millions.
    NUMBER,
    /// Stored or measured: bytes, bits and nats.
    INFORMATION,
    /// Time, in seconds.
    TIME,
    /// Tokens in a time.
    TOKEN_RATE,
    /// Operations for each byte moved.
    INTENSITY,
    /// Ratios of powers, on a logarithmic scale.
    LEVEL,
    /// Multiples of a quantizer's squared step.
    SQUARED_STEP,
    /// What is paid.
    MONEY,
    /// What is weighed.
    MASS
}

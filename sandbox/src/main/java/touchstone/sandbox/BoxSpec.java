package touchstone.sandbox;

import touchstone.sandbox.Limits.BoxLimits;

/// What to put into a box: which of our two programs, how much it may take, and which
/// just-in-time compiler serves it best. Boxes of equal spec are interchangeable until the first
/// byte of a submission arrives, so a pool can start them ahead.
public record BoxSpec(Program program, BoxLimits limits, Jit jit) {
    public static BoxSpec worker() {
        return new BoxSpec(Program.WORKER, BoxLimits.worker(), Jit.LIGHT);
    }

    public static BoxSpec compiler() {
        return new BoxSpec(Program.COMPILER, BoxLimits.compiler(), Jit.LIGHT);
    }

    /// What runs in the box.
    public enum Program {
        /// Loads one submission and answers calls: `touchstone.sandbox.worker`.
        WORKER,
        /// Compiles submissions: `touchstone.sandbox.compiler`.
        COMPILER
    }

    /// LIGHT (C1 alone) saves 30 % on light work and costs up to 2.2 times as much on heavy
    /// loops; HEAVY (tiered, high thresholds for C2) is for exercises that multiply large
    /// matrices.
    public enum Jit {
        LIGHT, HEAVY
    }
}

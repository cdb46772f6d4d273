package touchstone.sandbox.wire;

/// Why a box refuses: the reason byte of a REFUSED frame.
public final class Refusal {
    /// The result exceeds a cap.
    public static final int VALUE = 1;
    /// More was printed than the submission may.
    public static final int PRINTED = 2;
    /// The submission has no class of the demanded name.
    public static final int NO_CLASS = 3;
    /// The class does not implement the contract.
    public static final int NOT_CONTRACT = 4;
    /// The class is abstract, an interface, an enum: nothing that can be constructed.
    public static final int ABSTRACT = 5;
    /// The class has no constructor that can be called without arguments.
    public static final int NO_CONSTRUCTOR = 6;
    /// The classes do not fit together.
    public static final int LINKAGE = 7;
    /// Two classes of one name, or a class where none of the submission's belongs.
    public static final int NAME = 8;
    /// The compiler could not cope with the source.
    public static final int TOO_COMPLEX = 9;

    private Refusal() {}
}

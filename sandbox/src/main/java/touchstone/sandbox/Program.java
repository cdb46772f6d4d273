package touchstone.sandbox;

import java.util.List;

/// What a worker loads: the contract and one submission, as class files.
///
/// @param contract the interface that the submission implements
/// @param contractClasses the contract's own class files, the interface and its records
/// @param mainClass the class that implements it
/// @param submissionClasses the submission's class files
/// @param followed whether the worker may be given another program after this one. Never after a candidate's: what has
///        run cannot be cleaned up.
public record Program(
        Class<?> contract,
        List<ClassFile> contractClasses,
        String mainClass,
        List<ClassFile> submissionClasses,
        boolean followed) {
    /// The class every submission defines, in the unnamed package.
    public static final String MAIN_CLASS = "Solution";

    public Program {
        contractClasses = List.copyOf(contractClasses);
        submissionClasses = List.copyOf(submissionClasses);
    }

    /// A submission.
    public Program(Class<?> contract, List<ClassFile> contractClasses, List<ClassFile> submissionClasses) {
        this(contract, contractClasses, MAIN_CLASS, submissionClasses, false);
    }

    /// A program of ours that only works on what somebody handed in, and has to be boxed for that.
    ///
    /// @param implementation of the contract
    /// @param classes of both, and all they need beyond the worker's own Java
    public static Program ours(Class<?> contract, Class<?> implementation, List<ClassFile> classes) {
        return new Program(contract, classes, implementation.getName(), List.of(), false);
    }

    /// The same in a worker that may be given another program afterwards.
    public Program followedByOthers() {
        return new Program(contract, contractClasses, mainClass, submissionClasses, true);
    }
}

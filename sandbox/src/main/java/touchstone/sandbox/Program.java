package touchstone.sandbox;

import java.util.List;

/// What a worker loads: the contract and one submission, as class files.
///
/// @param contract the interface that the submission implements
/// @param contractClasses the contract's own class files, the interface and its records
/// @param submissionClasses the submission's class files; one of them is named [#MAIN_CLASS]
public record Program(Class<?> contract, List<ClassFile> contractClasses, List<ClassFile> submissionClasses) {
    /// The class every submission defines, in the unnamed package.
    public static final String MAIN_CLASS = "Solution";

    public Program {
        contractClasses = List.copyOf(contractClasses);
        submissionClasses = List.copyOf(submissionClasses);
    }
}

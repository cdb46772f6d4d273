package touchstone.judge.compile;

import java.util.List;
import touchstone.judge.exercise.Exercise;
import touchstone.sandbox.ClassFile;

/// A hidden suite and its contract, loaded into this JVM and checked.
///
/// @param contractClasses class files of the contract: all of the exercise that a box ever gets
/// @param tests in order of the source
public record Suite(
        Exercise exercise,
        Class<?> contract,
        Class<?> type,
        List<ClassFile> contractClasses,
        List<TestCase> tests) {
    public Suite {
        contractClasses = List.copyOf(contractClasses);
        tests = List.copyOf(tests);
    }

    /// The same with nothing but the tests that candidates may see.
    public Suite samples() {
        return with(tests.stream().filter(TestCase::sample).toList());
    }

    /// The same with these of its tests, in this order.
    public Suite with(List<TestCase> some) {
        return new Suite(exercise, contract, type, contractClasses, some);
    }
}

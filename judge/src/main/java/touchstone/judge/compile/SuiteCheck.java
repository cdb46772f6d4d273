package touchstone.judge.compile;

import java.lang.classfile.ClassModel;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import touchstone.judge.authoring.About;
import touchstone.judge.authoring.Dimension;
import touchstone.judge.authoring.Draw;
import touchstone.judge.authoring.Points;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.authoring.Sample;
import touchstone.judge.exercise.Exercise;
import touchstone.judge.yaml.BrokenFileException;
import touchstone.judge.yaml.Problem;
import touchstone.sandbox.ClassFile;

/// Loads the compiled classes of an exercise and holds them against the rules
/// that only compiled classes can break.
final class SuiteCheck {
    private final Exercise exercise;
    private final List<ClassFile> classes;
    private final List<Problem> problems = new ArrayList<>();
    private final SourceLines contractLines;
    private final SourceLines suiteLines;

    SuiteCheck(Exercise exercise, List<ClassFile> classes) {
        this.exercise = exercise;
        this.classes = classes;
        var name = exercise.contractName();
        contractLines = new SourceLines(exercise.folder().resolve(name + ".java"), exercise.contractSource());
        suiteLines = new SourceLines(exercise.folder().resolve(name + "Suite.java"), exercise.suiteSource());
    }

    /// The suite, or all that is wrong with it.
    ///
    /// @throws BrokenFileException if anything is
    Suite suite() {
        var contractName = "exercise." + exercise.contractName();
        var suiteName = "exercise.hidden." + exercise.contractName() + "Suite";
        requireClass(contractName, contractLines, "public interface " + exercise.contractName());
        requireClass(suiteName, suiteLines, "class " + exercise.contractName() + "Suite");
        throwProblems();
        var loader = new SuiteLoader(classes);
        try {
            var contract = loader.loadClass(contractName);
            var type = loader.loadClass(suiteName);
            problems.addAll(ContractCheck.problems(contract, contractLines));
            var tests = tests(contract, type);
            checkAll(tests);
            throwProblems();
            return new Suite(exercise, contract, type, contractClasses(contractName), tests);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("a class that was just compiled is missing", e);
        }
    }

    private List<ClassFile> contractClasses(String contractName) {
        return classes.stream()
                .filter(file -> file.name().equals(contractName)
                        || file.name().startsWith(contractName + "$"))
                .toList();
    }

    private void requireClass(String name, SourceLines lines, String declaration) {
        if (classes.stream().noneMatch(file -> file.name().equals(name))) {
            var pack = name.substring(0, name.lastIndexOf('.'));
            problems.add(
                    lines.problem(1, "must declare 'package %s;' and '%s'".formatted(pack, declaration)));
        }
    }

    private List<TestCase> tests(Class<?> contract, Class<?> type) {
        var order = sourceOrder(type.getName());
        var tests = new ArrayList<TestCase>();
        Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class)
                        || method.isAnnotationPresent(Points.class))
                .sorted(Comparator.comparingInt(method -> order.indexOf(method.getName())))
                .forEach(method -> test(contract, method).ifPresent(tests::add));
        return tests;
    }

    /// Reflection promises no order; the class file has the source's.
    private List<String> sourceOrder(String type) {
        var bytes = classes.stream()
                .filter(file -> file.name().equals(type))
                .findFirst()
                .orElseThrow()
                .bytes();
        ClassModel model = java.lang.classfile.ClassFile.of().parse(bytes);
        return model.methods().stream().map(method -> method.methodName().stringValue()).toList();
    }

    private Optional<TestCase> test(Class<?> contract, Method method) {
        var points = method.getAnnotation(Points.class);
        var about = method.getAnnotation(About.class);
        if (!method.isAnnotationPresent(Test.class)) {
            wrong(method, "has @Points but no @Test, so it would never run; add @Test");
        }
        if (points == null) {
            wrong(method, "has no @Points; say what it is worth");
        }
        if (about == null) {
            wrong(method, "has no @About; name its group from exercise.yaml");
        }
        for (var parameter : method.getParameterTypes()) {
            if (parameter != contract && parameter != Draw.class) {
                wrong(method, "takes a %s; only %s and Draw can be had".formatted(parameter.getSimpleName(),
                        contract.getSimpleName()));
            }
        }
        if (points == null || about == null) {
            return Optional.empty();
        }
        if (points.value() < 1) {
            wrong(method, "is worth %d points; give it at least 1".formatted(points.value()));
        }
        var dimension = Optional.ofNullable(method.getAnnotation(Dimension.class)).map(Dimension::value);
        dimension.ifPresent(only -> checkDimension(method, only));
        return Optional.of(new TestCase(method, points.value(), about.value(),
                method.isAnnotationPresent(Sample.class), dimension));
    }

    private void checkDimension(Method method, RubricDimension only) {
        if (!exercise.rubric().containsKey(only)) {
            wrong(method, "counts for '%s', which has no share in the rubric".formatted(only.key()));
        }
    }

    private void checkAll(List<TestCase> tests) {
        int sum = tests.stream().mapToInt(TestCase::points).sum();
        if (sum != 100) {
            problems.add(suiteLines.problem(1,
                    "the points of all tests add up to %d; change them to add up to 100".formatted(sum)));
        }
        tests.stream()
                .collect(Collectors.groupingBy(TestCase::name))
                .values()
                .stream()
                .filter(same -> same.size() > 1)
                .forEach(same -> wrong(same.getLast().method(), "exists twice; rename one of the two"));
        tests.stream()
                .filter(test -> !exercise.about().containsKey(test.about()))
                .forEach(test -> wrong(test.method(),
                        "is about '%s', which exercise.yaml does not declare under 'about'"
                                .formatted(test.about())));
        var used = tests.stream().map(TestCase::about).collect(Collectors.toSet());
        exercise.about()
                .keySet()
                .stream()
                .filter(key -> !used.contains(key))
                .sorted()
                .forEach(key -> problems
                        .add(exercise.problemAbout(key, "no test is about '" + key + "'; remove the key")));
    }

    private void wrong(Method method, String message) {
        problems.add(suiteLines.problem(suiteLines.declaration(method.getName()),
                "test " + method.getName() + " " + message));
    }

    private void throwProblems() {
        if (!problems.isEmpty()) {
            throw new BrokenFileException(problems);
        }
    }
}

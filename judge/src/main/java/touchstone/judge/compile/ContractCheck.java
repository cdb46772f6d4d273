package touchstone.judge.compile;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import touchstone.judge.yaml.Problem;

/// The rules for contracts: only values that can cross the wire.
final class ContractCheck {
    private static final Set<Class<?>> SCALARS = Set.of(int.class, long.class, double.class, boolean.class,
            String.class);
    private static final int DIMENSIONS_MAX = 3;

    private final Class<?> contract;
    private final SourceLines lines;
    private final List<Problem> problems = new ArrayList<>();

    private ContractCheck(Class<?> contract, SourceLines lines) {
        this.contract = contract;
        this.lines = lines;
    }

    static List<Problem> problems(Class<?> contract, SourceLines lines) {
        var check = new ContractCheck(contract, lines);
        check.checkContract();
        return check.problems;
    }

    private void checkContract() {
        if (!contract.isInterface() || !Modifier.isPublic(contract.getModifiers())) {
            problems.add(lines.problem(1, contract.getSimpleName() + " must be a public interface"));
        }
        var names = new HashSet<String>();
        for (var method : contract.getMethods()) {
            if (!names.add(method.getName())) {
                wrong(method, "is overloaded; give each method its own name");
            }
            if (!Modifier.isAbstract(method.getModifiers())) {
                wrong(method, "has a body; contracts only declare");
            }
            checkType(method, method.getReturnType(), "returns", new HashSet<>());
            for (var parameter : method.getParameterTypes()) {
                checkType(method, parameter, "takes", new HashSet<>());
            }
        }
    }

    private void checkType(Method method, Class<?> type, String verb, Set<Class<?>> seen) {
        int dimensions = 0;
        var element = type;
        while (element.isArray()) {
            element = element.componentType();
            dimensions++;
        }
        if (dimensions > DIMENSIONS_MAX || (!SCALARS.contains(element) && !isOurRecord(element))) {
            wrong(method,
                    "%s %s; values are int, long, double, boolean, String, public records nested in the "
                            .formatted(verb, type.getTypeName())
                            + "contract, and arrays of these of up to three dimensions");
        } else if (element.isRecord() && seen.add(element)) {
            for (RecordComponent component : element.getRecordComponents()) {
                checkType(method, component.getType(), verb + " " + element.getSimpleName() + " with", seen);
            }
        }
    }

    private boolean isOurRecord(Class<?> type) {
        return type.isRecord() && type.getDeclaringClass() == contract;
    }

    private void wrong(Method method, String message) {
        problems.add(lines.problem(lines.declaration(method.getName()),
                "method " + method.getName() + " " + message));
    }
}

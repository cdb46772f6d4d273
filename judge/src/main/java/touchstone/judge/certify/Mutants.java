package touchstone.judge.certify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.reflect.AccessFlag;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pitest.classinfo.ClassName;
import org.pitest.mutationtest.EngineArguments;
import org.pitest.mutationtest.engine.Mutater;
import org.pitest.mutationtest.engine.MutationDetails;
import org.pitest.mutationtest.engine.MutationEngine;
import org.pitest.mutationtest.engine.gregor.config.GregorEngineFactory;

/// All mutants of a compiled submission, as PIT's engine makes them from its class files.
final class Mutants {
    private static final List<String> MUTATORS = List.of("DEFAULTS", "RETURNS", "INLINE_CONSTS");
    private static final Set<String> OF_ENUMS = Set.of("values", "valueOf", "$values");
    private static final Set<String> OF_RECORDS = Set.of("toString", "hashCode", "equals");

    private final List<touchstone.sandbox.ClassFile> classes;
    private final List<touchstone.sandbox.ClassFile> contract;
    private final Mutater mutater;

    private Mutants(List<touchstone.sandbox.ClassFile> classes, List<touchstone.sandbox.ClassFile> contract) {
        this.classes = classes;
        this.contract = contract;
        MutationEngine engine = new GregorEngineFactory()
                .createEngine(EngineArguments.arguments().withMutators(MUTATORS));
        mutater = engine.createMutator(this::bytes);
    }

    /// @param contract what the classes were compiled against, beside the platform; it stays as it is
    static Mutants of(
            List<touchstone.sandbox.ClassFile> classes,
            List<touchstone.sandbox.ClassFile> contract) {
        return new Mutants(List.copyOf(classes), List.copyOf(contract));
    }

    /// In the order of the classes and of their lines.
    List<MutationDetails> all() {
        return classes.stream().flatMap(this::all).toList();
    }

    private Stream<MutationDetails> all(touchstone.sandbox.ClassFile type) {
        var written = written(ClassFile.of().parse(type.bytes()));
        return mutater.findMutations(ClassName.fromString(type.name()))
                .stream()
                .filter(mutant -> written
                        .contains(mutant.getMethod() + mutant.getId().getLocation().getMethodDesc()));
    }

    /// The program with this one change.
    List<touchstone.sandbox.ClassFile> with(MutationDetails mutant) {
        var name = mutant.getClassName().asJavaName();
        var mutated = new touchstone.sandbox.ClassFile(name, mutater.getMutation(mutant.getId()).getBytes());
        return classes.stream().map(type -> type.name().equals(name) ? mutated : type).toList();
    }

    /// The engine asks for more than it mutates: it looks for what two types have in common.
    private Optional<byte[]> bytes(String name) {
        return Stream.concat(classes.stream(), contract.stream())
                .filter(type -> type.name().equals(name.replace('/', '.')))
                .findFirst()
                .map(touchstone.sandbox.ClassFile::bytes)
                .or(() -> platform(name));
    }

    private static Optional<byte[]> platform(String name) {
        try (var in = ClassLoader.getPlatformClassLoader()
                .getResourceAsStream(name.replace('.', '/') + ".class")) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Names and descriptors of the methods that a person wrote: nobody can test what the compiler adds.
    private static Set<String> written(ClassModel type) {
        if (type.flags().has(AccessFlag.SYNTHETIC)) {
            return Set.of();
        }
        var components = type.findAttribute(java.lang.classfile.Attributes.record())
                .map(record -> record.components()
                        .stream()
                        .map(component -> component.name().stringValue())
                        .collect(Collectors.toSet()));
        var added = new HashSet<String>(components.map(_ -> OF_RECORDS).orElse(Set.of()));
        added.addAll(components.orElse(Set.of()));
        if (type.flags().has(AccessFlag.ENUM)) {
            added.addAll(OF_ENUMS);
        }
        return type.methods()
                .stream()
                .filter(method -> isLambda(method) || !method.flags().has(AccessFlag.SYNTHETIC))
                .filter(method -> !added.contains(method.methodName().stringValue()))
                .map(method -> method.methodName().stringValue() + method.methodType().stringValue())
                .collect(Collectors.toSet());
    }

    private static boolean isLambda(MethodModel method) {
        return method.methodName().stringValue().startsWith("lambda$");
    }
}

package touchstone.judge.compile;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import touchstone.sandbox.ClassFile;

/// Holds the classes of one suite and its contract. A loader for each exercise,
/// because ids of different catalogues may collide.
final class SuiteLoader extends ClassLoader {
    private final Map<String, ClassFile> classes;

    SuiteLoader(List<ClassFile> classes) {
        super(SuiteLoader.class.getClassLoader());
        this.classes = classes.stream().collect(Collectors.toMap(ClassFile::name, Function.identity()));
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        var file = classes.get(name);
        if (file == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, file.bytes(), 0, file.bytes().length);
    }
}

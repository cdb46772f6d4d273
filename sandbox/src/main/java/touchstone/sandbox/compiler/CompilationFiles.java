package touchstone.sandbox.compiler;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/// The files of one compilation: the contract's classes as class path, the platform, and what is
/// written. Thrown away afterwards.
final class CompilationFiles extends ForwardingJavaFileManager<Platform> {
    private final List<ClassObject> contract;
    private final List<ClassObject> written = new ArrayList<>();

    CompilationFiles(Platform platform, List<ClassObject> contract) {
        super(platform);
        this.contract = contract;
    }

    List<ClassObject> written() {
        return written;
    }

    @Override
    public Iterable<JavaFileObject> list(
            Location location,
            String packageName,
            Set<Kind> kinds,
            boolean recurse) throws IOException {
        if (location != StandardLocation.CLASS_PATH) {
            return super.list(location, packageName, kinds, recurse);
        }
        var files = new ArrayList<JavaFileObject>();
        for (ClassObject each : contract) {
            if (kinds.contains(Kind.CLASS) && packageOf(each.binaryName()).equals(packageName)) {
                files.add(each);
            }
        }
        return files;
    }

    private static String packageOf(String binaryName) {
        int dot = binaryName.lastIndexOf('.');
        return dot < 0 ? "" : binaryName.substring(0, dot);
    }

    @Override
    public @Nullable String inferBinaryName(Location location, JavaFileObject file) {
        return file instanceof ClassObject known ? known.binaryName() : super.inferBinaryName(location, file);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location,
            String className,
            Kind kind,
            @Nullable FileObject sibling) {
        var file = new ClassObject(className, new byte[0]);
        written.add(file);
        return file;
    }

    @Override
    public @Nullable FileObject getFileForInput(Location location, String packageName, String name) {
        return null;
    }

    @Override
    public boolean isSameFile(FileObject a, FileObject b) {
        return a.equals(b);
    }

    @Override
    public boolean contains(Location location, FileObject file) {
        return false;
    }

    /// The platform outlives the compilation.
    @Override
    public void close() {}
}

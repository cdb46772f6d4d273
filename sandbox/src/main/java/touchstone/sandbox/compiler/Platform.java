package touchstone.sandbox.compiler;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/// `java.base` and nothing else, listed and read once for all compilations. No compilation can
/// add to what is kept here.
final class Platform extends ForwardingJavaFileManager<StandardJavaFileManager> {
    private static final String MODULE = "java.base";
    private static final String DECLARATION = "module-info";

    private final Map<String, List<JavaFileObject>> listings = new HashMap<>();
    private final Location base;
    private final JavaFileObject declaration;

    Platform(StandardJavaFileManager manager) throws IOException {
        super(manager);
        base = manager.getLocationForModule(StandardLocation.SYSTEM_MODULES, MODULE);
        declaration = new PlatformClass(manager.getJavaFileForInput(base, DECLARATION, Kind.CLASS),
                DECLARATION);
    }

    @Override
    public List<Set<Location>> listLocationsForModules(Location location) {
        return location == StandardLocation.SYSTEM_MODULES ? List.of(Set.of(base)) : List.of();
    }

    @Override
    public List<JavaFileObject> list(Location location, String packageName, Set<Kind> kinds, boolean recurse)
            throws IOException {
        if (!location.equals(base) || recurse || !kinds.contains(Kind.CLASS)) {
            return List.of();
        }
        List<JavaFileObject> listing = listings.get(packageName);
        if (listing == null) {
            listing = read(packageName);
            // Only packages that exist are kept: a submission may name any number of others.
            if (!listing.isEmpty()) {
                listings.put(packageName, listing);
            }
        }
        return listing;
    }

    private List<JavaFileObject> read(String packageName) throws IOException {
        var files = new ArrayList<JavaFileObject>();
        for (JavaFileObject file : super.list(base, packageName, Set.of(Kind.CLASS), false)) {
            files.add(new PlatformClass(file, super.inferBinaryName(base, file)));
        }
        return List.copyOf(files);
    }

    /// javac asks for no single file but the module's declaration.
    @Override
    public @Nullable JavaFileObject getJavaFileForInput(Location location, String className, Kind kind) {
        return location.equals(base) && className.equals(DECLARATION) ? declaration : null;
    }

    @Override
    public @Nullable String inferBinaryName(Location location, JavaFileObject file) {
        return file instanceof PlatformClass known ? known.binaryName() : null;
    }

    @Override
    public boolean hasLocation(Location location) {
        return location.equals(base)
                || location == StandardLocation.SYSTEM_MODULES
                || location == StandardLocation.CLASS_PATH
                || location == StandardLocation.CLASS_OUTPUT;
    }
}

package touchstone.sandbox.backend;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.ModuleAttribute;
import java.lang.classfile.attribute.ModulePackagesAttribute;
import java.lang.constant.ModuleDesc;
import java.lang.constant.PackageDesc;
import java.lang.reflect.AccessFlag;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import touchstone.sandbox.SandboxException;

/// Our class files that go into a box, as they were loaded here: from a folder
/// of a build, or from a jar.
final class BoxClasses {
    private BoxClasses() {}

    /// Where the class was loaded from.
    static Path originOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new SandboxException("cannot tell where Touchstone's own classes are", e);
        }
    }

    /// The class files of some packages, by path inside the module.
    static SortedMap<String, byte[]> read(List<Path> origins, List<String> packages) throws IOException {
        var classes = new TreeMap<String, byte[]>();
        for (var origin : origins) {
            if (Files.isDirectory(origin)) {
                readTree(origin, packages, classes);
            } else {
                try (var jar = FileSystems.newFileSystem(URI.create("jar:" + origin.toUri()), Map.of())) {
                    readTree(jar.getPath("/"), packages, classes);
                }
            }
        }
        return classes;
    }

    private static void readTree(Path root, List<String> packages, Map<String, byte[]> classes)
            throws IOException {
        for (var name : packages) {
            var folder = root.resolve(name.replace('.', '/'));
            if (!Files.isDirectory(folder)) {
                continue;
            }
            try (var files = Files.newDirectoryStream(folder, "*.class")) {
                for (var file : files) {
                    if (!file.getFileName().toString().equals("package-info.class")) {
                        classes.put(root.relativize(file).toString(), Files.readAllBytes(file));
                    }
                }
            }
        }
    }

    /// A module that exports and opens nothing: candidates' code lives in the
    /// unnamed module and finds no way in by reflection.
    static byte[] moduleInfo(List<String> modules, Collection<String> classFiles) {
        var module = ModuleAttribute.of(ModuleDesc.of(ImageRecipe.MODULE), content -> {
            for (var required : modules) {
                content.requires(ModuleDesc.of(required),
                        required.equals("java.base") ? List.of(AccessFlag.MANDATED) : List.of(), null);
            }
        });
        var packages = classFiles.stream()
                .map(file -> file.substring(0, file.lastIndexOf('/')).replace('/', '.'))
                .distinct()
                .map(PackageDesc::of)
                .toList();
        return ClassFile.of()
                .buildModule(module, classes -> classes.with(ModulePackagesAttribute.ofNames(packages)));
    }
}

package touchstone.judge.interview;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import touchstone.judge.yaml.Problem;

/// Where a candidate's code lies: `<exercise>.java`, or a folder `<exercise>` of Java files.
///
/// @param files by id of the exercise; an exercise without files was not handed in
/// @param strangers what belongs to no exercise of the interview
public record CodeFolder(Map<String, List<Path>> files, List<Path> strangers) {
    /// Nobody has handed in anything.
    public static final CodeFolder EMPTY = new CodeFolder(Map.of(), List.of());

    private static final String JAVA = ".java";

    public CodeFolder {
        files = Map.copyOf(files);
        strangers = List.copyOf(strangers);
    }

    /// Looks for the code of these exercises.
    ///
    /// @throws SheetException when the folder cannot be read, or holds one exercise twice
    public static CodeFolder read(Path folder, List<String> exercises) {
        var files = new LinkedHashMap<String, List<Path>>();
        var strangers = new ArrayList<Path>();
        for (var child : children(folder, path -> !path.getFileName().toString().startsWith("."))) {
            var name = child.getFileName().toString();
            boolean isFolder = Files.isDirectory(child);
            var id = !isFolder && name.endsWith(JAVA) ? name.substring(0, name.length() - JAVA.length())
                    : name;
            if (!exercises.contains(id) || isFolder == name.endsWith(JAVA)) {
                strangers.add(child);
                continue;
            }
            var own = isFolder ? children(child, path -> path.toString().endsWith(JAVA)) : List.of(child);
            if (!own.isEmpty() && files.put(id, own) != null) {
                throw new SheetException(List.of(new Problem(child, 0,
                        "there is a file and a folder for '" + id + "'; keep one of them")));
            }
        }
        return new CodeFolder(files, strangers);
    }

    /// A symbolic link of a candidate's could make a report quote any file of this machine.
    private static List<Path> children(Path folder, Predicate<Path> wanted) {
        try (var children = Files.list(folder)) {
            var found = children.filter(wanted).sorted().toList();
            found.stream().filter(Files::isSymbolicLink).findFirst().ifPresent(link -> {
                throw new SheetException(
                        List.of(new Problem(link, 0, "a symbolic link; put the file itself in its place")));
            });
            return found;
        } catch (IOException e) {
            throw new SheetException(List.of(new Problem(folder, 0, "this folder cannot be read: " + e)));
        }
    }
}

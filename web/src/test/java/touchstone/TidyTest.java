package touchstone;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What we promised each other about the sources, checked over the sources themselves. Sample submissions are left
/// out: they are written the way candidates write, some of them badly on purpose.
class TidyTest {
    private static final int METHOD_LINES_MAX = 40;
    private static final int FILE_LINES_MAX = 400;
    private static final Path ROOT = Path.of("..");
    /// In brackets, or the pattern would find itself.
    private static final Pattern LEFT_FOR_LATER = Pattern.compile("\\b(T[O]DO|F[I]XME|X[X]X|H[A]CK)\\b");
    private static final Pattern PATH_OF_ONE_MACHINE = Pattern
            .compile("(^|[^\\w.])/home/[a-z]|[A-Z]:\\\\Users");

    @Test
    void every_kind_of_source_was_seen() {
        assertThat(texts())
                .anyMatch(text -> text.endsWith("touchstone.sandbox.Box".replace('.', '/') + ".java"))
                .anyMatch(text -> text.endsWith("MagnitudePruneSuite.java"))
                .anyMatch(text -> text.endsWith("docs/ARCHITECTURE.md"))
                .hasSizeGreaterThan(100);
    }

    @Test
    void methods_fit_on_a_screen() throws IOException {
        var tooLong = new ArrayList<String>();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null,
                    files.getJavaFileObjectsFromPaths(sources()));
            var trees = Trees.instance(task);
            for (var unit : task.parse()) {
                new LongMethods(unit, trees, tooLong).scan(unit, null);
            }
        }
        assertThat(tooLong).isEmpty();
    }

    @Test
    void files_fit_in_a_head() {
        assertThat(sources()).filteredOn(source -> lines(source).size() > FILE_LINES_MAX).isEmpty();
    }

    @Test
    void indentation_is_spaces() {
        assertThat(linesWith(line -> line.contains("\t"))).isEmpty();
    }

    @Test
    void nothing_is_left_for_later() {
        assertThat(linesWith(LEFT_FOR_LATER.asPredicate())).isEmpty();
    }

    @Test
    void no_file_names_a_path_of_one_machine() {
        assertThat(linesWith(PATH_OF_ONE_MACHINE.asPredicate())).isEmpty();
    }

    @Test
    void every_package_is_null_marked() {
        var packages = sources().stream()
                .filter(source -> source.toString().contains("/src/main/java/"))
                .map(Path::getParent)
                .distinct();
        assertThat(packages).isNotEmpty()
                .allSatisfy(folder -> assertThat(folder.resolve("package-info.java")).content()
                        .contains("@NullMarked"));
    }

    @Test
    void every_exercise_speaks_both_languages() {
        var exercises = found(ROOT.resolve("exercises"), 3, file -> file.endsWith("exercise.yaml"));
        assertThat(exercises).isNotEmpty()
                .allSatisfy(
                        manifest -> assertThat(manifest.resolveSibling("statement.zh.md")).isNotEmptyFile())
                .allSatisfy(
                        manifest -> assertThat(manifest.resolveSibling("statement.en.md")).isNotEmptyFile());
    }

    @Test
    void every_folder_of_a_topic_is_an_exercise() {
        var folders = found(ROOT.resolve("exercises"), 2, Files::isDirectory).stream()
                .filter(folder -> folder.getNameCount() == 4)
                .filter(folder -> !folder.toString().matches("\\.\\./exercises/(src|target)/.*"));
        assertThat(folders).isNotEmpty()
                .allSatisfy(folder -> assertThat(folder.resolve("exercise.yaml")).isNotEmptyFile());
    }

    /// Java that we wrote for ourselves: modules, contracts, suites and starters.
    private static List<Path> sources() {
        return texts().stream().filter(file -> file.toString().endsWith(".java")).toList();
    }

    private static List<Path> texts() {
        var ours = Pattern.compile(".*\\.(java|md|xml|yaml|properties)|.*/touchstone|.*/\\.ci/run");
        var notOurs = Pattern.compile(".*/(target|\\.git|\\.idea|submissions|src/test/hostile)/.*");
        return found(ROOT, 99,
                file -> Files.isRegularFile(file)
                        && ours.matcher(file.toString()).matches()
                        && !notOurs.matcher(file.toString()).matches());
    }

    private static List<String> linesWith(Predicate<String> offence) {
        return texts().stream().flatMap(text -> linesWith(text, offence)).toList();
    }

    private static Stream<String> linesWith(Path text, Predicate<String> offence) {
        var lines = lines(text);
        return IntStream.range(0, lines.size())
                .filter(i -> offence.test(lines.get(i)))
                .mapToObj(i -> text + ":" + (i + 1) + ": " + lines.get(i));
    }

    private static List<String> lines(Path text) {
        try {
            return Files.readAllLines(text);
        } catch (IOException e) {
            throw new UncheckedIOException(text.toString(), e);
        }
    }

    private static List<Path> found(Path folder, int depth, Predicate<Path> wanted) {
        try (var files = Files.find(folder, depth, (file, _) -> wanted.test(file))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class LongMethods extends TreeScanner<@Nullable Void, @Nullable Void> {
        private final CompilationUnitTree unit;
        private final Trees trees;
        private final List<String> tooLong;

        LongMethods(CompilationUnitTree unit, Trees trees, List<String> tooLong) {
            this.unit = unit;
            this.trees = trees;
            this.tooLong = tooLong;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
            var positions = trees.getSourcePositions();
            var first = line(positions.getStartPosition(unit, method));
            var length = line(positions.getEndPosition(unit, method)) - first + 1;
            if (length > METHOD_LINES_MAX) {
                tooLong.add("%s:%d %s has %d lines".formatted(unit.getSourceFile().getName(), first,
                        method.getName(), length));
            }
            return super.visitMethod(method, null);
        }

        private long line(long position) {
            return unit.getLineMap().getLineNumber(position);
        }
    }
}

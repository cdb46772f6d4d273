package touchstone.judge.certify;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.IntSupplier;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShapeProbesTest {
    @TempDir
    private Path classes = Path.of("");

    @Test
    void probes_of_every_type_compile() {
        var probes = ShapeProbes.of(Everything.class);

        assertThat(probes).hasSize(8);
        probes.forEach((name, source) -> assertThat(errors(source)).as(name).isEmpty());
    }

    @Test
    void shapes_that_a_contract_cannot_take_are_left_out() {
        assertThat(ShapeProbes.of(IntSupplier.class).keySet()).isEqualTo(Set.of("null"));
    }

    private List<String> errors(String source) {
        var file = new SimpleJavaFileObject(URI.create("string:///Solution.java"),
                JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
        var found = new DiagnosticCollector<JavaFileObject>();
        var options = List.of("-proc:none", "-d", classes.toString(), "-cp",
                ShapeProbesTest.class.getProtectionDomain().getCodeSource().getLocation().getPath());
        ToolProvider.getSystemJavaCompiler().getTask(null, null, found, options, null, List.of(file)).call();
        return found.getDiagnostics()
                .stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(Object::toString)
                .toList();
    }
}

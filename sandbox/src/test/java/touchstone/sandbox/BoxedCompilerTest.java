package touchstone.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import touchstone.sandbox.Compilation.Compiled;
import touchstone.sandbox.Compilation.Rejected;

class BoxedCompilerTest {
    static final List<String> HOSTILE = HostileSources.ALL;

    /// Each uses names that a hostile source tries to leave behind.
    private static final List<String> ORDINARY = List.of(Bench.TOY,
            Bench.toy("sum", "return java.util.Arrays.stream(x).map(v -> v * 2).sum();"),
            Bench.toy("name",
                    "String s = \"a\" + Math.abs(-1); Object o = s; return o instanceof String t ? t : null;")
                    + "class Helper { static class Entry {} }",
            "public class Solution { int f() { return Helper.f(); } Zed z; java.util.ArrayList2 l; }",
            "public class Solution { int f() { return 1 / 0; } java.util.List raw; }");

    private static final List<String> EXPECTED = new ArrayList<>();
    private static Bench bench;

    @BeforeAll
    static void start() {
        bench = new Bench();
        for (String source : ORDINARY) {
            try (var fresh = new Bench()) {
                EXPECTED.add(shown(fresh.compile(source)));
            }
        }
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    private static String shown(Compilation compilation) {
        var text = new StringBuilder(compilation.diagnostics().toString());
        if (compilation instanceof Compiled(var classes, var _)) {
            classes.forEach(c -> text.append('\n')
                    .append(c.name())
                    .append(' ')
                    .append(Base64.getEncoder().encodeToString(c.bytes())));
        }
        return text.toString();
    }

    private static Rejected rejected(Compilation compilation) {
        assertThat(compilation).isInstanceOf(Rejected.class);
        return (Rejected) compilation;
    }

    @ParameterizedTest
    @FieldSource("HOSTILE")
    void nothing_of_a_hostile_source_is_seen_by_the_next(String hostile) {
        var _ = bench.compile(hostile);
        for (int i = 0; i < ORDINARY.size(); i++) {
            assertThat(shown(bench.compile(ORDINARY.get(i)))).isEqualTo(EXPECTED.get(i));
        }
    }

    @Test
    void there_are_enough_hostile_sources_and_one_compiler_bore_them_all() {
        assertThat(HOSTILE).hasSizeGreaterThanOrEqualTo(40);
        assertThat(EXPECTED.subList(0, 3)).allMatch(shown -> shown.contains("Solution"));
    }

    @Test
    void a_package_is_refused_where_it_stands() {
        var diagnostic = rejected(bench.compile("\n  package exercise; class Solution {}")).diagnostics()
                .getFirst();
        assertThat(diagnostic.line()).isEqualTo(2);
        assertThat(diagnostic.column()).isEqualTo(3);
        assertThat(diagnostic.file()).isEqualTo("a.java");
        assertThat(diagnostic.message()).contains("unnamed package");
    }

    @Test
    void a_message_has_the_compilers_code_and_the_text_it_concerns() {
        var source = "class Solution {\n\tint f() { return missing; }\n\tint g() { return 1 }\n}";
        var unknown = rejected(bench.compile(source.replace("1 }", "1; }"))).diagnostics().getFirst();
        var unfinished = rejected(bench.compile(source)).diagnostics().getFirst();

        assertThat(unknown.code()).isEqualTo("compiler.err.cant.resolve.location");
        assertThat(source.substring(unknown.start(), unknown.end())).isEqualTo("missing");
        assertThat(unfinished.code()).isEqualTo("compiler.err.expected");
        assertThat(source.substring(unfinished.start())).startsWith(" }\n}");
        assertThat(unfinished.end()).isEqualTo(unfinished.start());
    }

    @Test
    void what_no_compiler_says_has_a_code_of_ours() {
        var source = "  package exercise; class Solution {}";
        var refused = rejected(bench.compile(source)).diagnostics().getFirst();

        assertThat(refused.code()).isEqualTo("touchstone.source.package");
        assertThat(source.substring(refused.start(), refused.end())).isEqualTo("package exercise;");
        assertThat(rejected(bench.compile("x".repeat(300_000))).diagnostics().getFirst().code())
                .isEqualTo("touchstone.source.large");
    }

    @Test
    void whoever_has_no_patience_goes_without() {
        try (var one = new BoxedCompiler(bench.sandbox, Limits.defaults(), 1)) {
            var endless = List.of(new SourceFile("a.java", HostileSources.ENDLESS));
            var first = Thread.ofVirtual().start(() -> compileUntilClosed(one, endless));
            while (first.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            assertThat(one.compile(endless, List.of(), Duration.ZERO)).isEmpty();
        }
    }

    private static void compileUntilClosed(BoxedCompiler compiler, List<SourceFile> sources) {
        try {
            var _ = compiler.compile(sources, List.of());
        } catch (SandboxException e) {
            // closed before it had an answer
        }
    }

    @Test
    void a_module_cannot_be_declared() {
        assertThat(rejected(bench.compile("module m {}")).diagnostics().getFirst().message())
                .contains("module");
    }

    @Test
    void several_files_of_one_name_compile_together() {
        var compilation = bench.compiler.compile(
                List.of(new SourceFile("x", "public class Solution { Part p; } public class Second {}"),
                        new SourceFile("x", "public class Part {}")),
                List.of());
        assertThat(compilation).isInstanceOfSatisfying(Compiled.class,
                c -> assertThat(c.classes()).extracting(ClassFile::name)
                        .containsExactlyInAnyOrder("Solution", "Second", "Part"));
    }

    @Test
    void nothing_but_java_base_can_be_seen() {
        for (String type : List.of("java.sql.Connection", "javax.tools.ToolProvider",
                "touchstone.sandbox.wire.Kind", "com.sun.source.util.JavacTask", "sun.misc.Unsafe")) {
            assertThat(rejected(bench.compile("class Solution { " + type + " x; }")).diagnostics())
                    .isNotEmpty();
        }
    }

    @Test
    void messages_are_few_and_short() {
        var source = new StringBuilder("class Solution {");
        for (int i = 0; i < 5000; i++) {
            source.append(" int a").append(i).append(" = \"\" + ;");
        }
        assertThat(rejected(bench.compile(source.append('}').toString())).diagnostics()).hasSize(100);
        var name = "n".repeat(60_000);
        assertThat(rejected(bench.compile("class Solution { " + name + " x; }")).diagnostics()
                .getFirst()
                .message()
                .length()).isLessThanOrEqualTo(2048);
    }

    @Test
    void too_many_bytes_are_not_even_compiled() {
        var huge = "/" + "*".repeat(Limits.defaults().source().total().toInt());
        assertThat(rejected(bench.compile(huge)).diagnostics().getFirst().message()).contains("larger");
        assertThat("é".getBytes(StandardCharsets.UTF_8)).hasSize(2);
    }

    @Test
    void a_source_that_kills_every_compiler_is_too_complex() {
        var deep = "class Solution { int x = " + "(".repeat(100_000) + "1" + ")".repeat(100_000) + "; }";
        assertThat(rejected(bench.compile(deep)).diagnostics().getFirst().message()).contains("too complex");
        assertThat(bench.compile(Bench.TOY)).isInstanceOf(Compiled.class);
    }

    @Test
    void honest_depth_is_no_matter() {
        var deep = "class Solution { int x = " + "(".repeat(1000) + "1" + ")".repeat(1000) + "; }";
        assertThat(bench.compile(deep)).isInstanceOf(Compiled.class);
    }

    @Test
    void a_source_that_takes_for_ever_is_too_complex() {
        var defaults = Limits.defaults();
        var hasty = defaults.time().withCompile(Duration.ofSeconds(2));
        try (var quick = new Bench(new Limits(defaults.box(), defaults.wire(), hasty, defaults.source()))) {
            var diagnostic = rejected(quick.compile(HostileSources.ENDLESS)).diagnostics().getFirst();
            assertThat(diagnostic.message()).contains("too complex");
            assertThat(diagnostic.code()).isEqualTo(BoxedCompiler.TOO_SLOW);
        }
    }

    @Test
    void killing_the_compiler_changes_no_verdict() throws InterruptedException {
        try (var victim = new Bench()) {
            var assassin = Thread.ofPlatform().start(() -> kill(victim));
            for (int i = 0; i < 40; i++) {
                assertThat(shown(victim.compile(ORDINARY.get(i % 3)))).isEqualTo(EXPECTED.get(i % 3));
            }
            assassin.interrupt();
            assassin.join();
        }
    }

    private static void kill(Bench victim) {
        try {
            for (int i = 0; i < 3; i++) {
                Thread.sleep(900);
                victim.sandbox.started.forEach(box -> box.process().destroyForcibly());
            }
        } catch (InterruptedException e) {
            // enough killed
        }
    }
}

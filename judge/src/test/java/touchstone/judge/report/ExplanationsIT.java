package touchstone.judge.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import touchstone.judge.Check.Busy;
import touchstone.judge.Check.Checked;
import touchstone.judge.Judge;
import touchstone.judge.RealBoxes;
import touchstone.judge.Toys;
import touchstone.judge.submission.Submission;
import touchstone.judge.text.Language;
import touchstone.judge.text.Words;
import touchstone.sandbox.Limits;
import touchstone.sandbox.Sandbox;
import touchstone.sandbox.SourceFile;

/// The compiler in the box names its messages as we expect it to.
class ExplanationsIT {
    /// What a candidate could write, and what must explain it.
    static final List<Arguments> MISTAKES = List.of(
            Arguments.of("touchstone.source.package", "package a; public class Solution {}"),
            Arguments.of("touchstone.source.module", "module m {}"),
            Arguments.of("touchstone.source.complex",
                    "class Solution { int x = " + "(".repeat(100_000) + "1" + ")".repeat(100_000) + "; }"),
            Arguments.of("touchstone.source.large", "/".repeat(300_000)),
            Arguments.of("compiler.err.cant.resolve.location",
                    "class Solution { int f() { return missing; } }"),
            Arguments.of("compiler.err.cant.resolve.location", "class Solution extends Missing {}"),
            Arguments.of("compiler.err.cant.resolve.location.args",
                    "class Solution { int f(double[] x) { return x.size(); } }"),
            Arguments.of("compiler.err.doesnt.exist", "import org.none.Lost; class Solution {}"),
            Arguments.of("compiler.err.doesnt.exist", "import java.sql.Connection; class Solution {}"),
            Arguments.of("compiler.err.cant.apply.symbol", "class Solution { int g(int x) { return g(); } }"),
            Arguments.of("compiler.err.cant.apply.symbol",
                    "class Solution { int f() { return Math.max(\"a\", 1); } }"),
            Arguments.of("compiler.err.ref.ambiguous",
                    "class Solution { void g(Integer a) {} void g(String a) {} void f() { g(null); } }"),
            Arguments.of("compiler.err.prob.found.req", "class Solution { int f() { return \"a\"; } }"),
            Arguments.of("compiler.err.prob.found.req", "class Solution { void f(int x) { if (x = 2) {} } }"),
            Arguments.of("compiler.err.prob.found.req/lossy",
                    "class Solution { int f(double x) { return x; } }"),
            Arguments.of("compiler.err.prob.found.req/unexpected",
                    "class Solution { void f() { return 1; } }"),
            Arguments.of("compiler.err.prob.found.req/missing", "class Solution { int f() { return; } }"),
            Arguments.of("compiler.err.type.found.req", "class Solution { java.util.List<int> l; }"),
            Arguments.of("compiler.err.incomparable.types",
                    "class Solution { boolean f(String s, Integer i) { return s == i; } }"),
            Arguments.of("compiler.err.operator.cant.be.applied",
                    "class Solution { boolean f() { return !1; } }"),
            Arguments.of("compiler.err.operator.cant.be.applied.1",
                    "class Solution { boolean f(String s) { return s > \"b\"; } }"),
            Arguments.of("compiler.err.array.req.but.found",
                    "class Solution { int f(java.util.List<Integer> l) { return l[0]; } }"),
            Arguments.of("compiler.err.cant.deref", "class Solution { int f(int x) { return x.length; } }"),
            Arguments.of("compiler.err.foreach.not.applicable.to.type",
                    "class Solution { void f(int n) { for (int i : n) {} } }"),
            Arguments.of("compiler.err.generic.array.creation",
                    "class Solution { Object o = new java.util.List<String>[3]; }"),
            Arguments.of("compiler.err.void.not.allowed.here",
                    "class Solution { void g() {} void f() { System.out.println(g()); } }"),
            Arguments.of("compiler.err.cant.infer.local.var.type", "class Solution { void f() { var x; } }"),
            Arguments.of("compiler.err.not.exhaustive",
                    "class Solution { int f(int x) { return switch (x) { case 1 -> 1; }; } }"),
            Arguments.of("compiler.err.not.exhaustive",
                    "class Solution { void f(Object o) { switch (o) { case String s -> {} } } }"),
            Arguments.of("compiler.err.duplicate.case.label",
                    "class Solution { void f(int x) { switch (x) { case 1: case 1: } } }"),
            Arguments.of("compiler.err.wrong.number.type.args",
                    "class Solution { java.util.Map<String> m; }"),
            Arguments.of("compiler.err.expected", "class Solution { int f() { return 1 } }"),
            Arguments.of("compiler.err.expected", "class Solution { int[] a; a = null; }"),
            Arguments.of("compiler.err.illegal.start.of.expr", "class Solution { int f() { return 1 + ; } }"),
            Arguments.of("compiler.err.illegal.start.of.type", "class Solution { int f( { return 1; } }"),
            Arguments.of("compiler.err.not.stmt", "class Solution { void f() { 1 + 2; } }"),
            Arguments.of("compiler.err.premature.eof", "class Solution { void f() { if (true) { }"),
            Arguments.of("compiler.err.class.method.or.field.expected",
                    "class Solution { int f() { return 1; } } }"),
            Arguments.of("compiler.err.class.method.or.field.expected",
                    "import java.util.*; class Solution { } }"),
            Arguments.of("compiler.err.class.method.or.field.expected",
                    "import java.util.*; pubic class Solution { }"),
            Arguments.of("compiler.err.unclosed.str.lit", "class Solution { String s = \"abc; }"),
            Arguments.of("compiler.err.unclosed.char.lit", "class Solution { char c = 'ab'; }"),
            Arguments.of("compiler.err.unclosed.comment", "class Solution { } /* and so on"),
            Arguments.of("compiler.err.illegal.char", "class Solution { int x = 1； }"),
            Arguments.of("compiler.err.illegal.char", "class Solution { String s = “a”; }"),
            Arguments.of("compiler.err.int.number.too.large", "class Solution { long x = 3000000000; }"),
            Arguments.of("compiler.err.invalid.meth.decl.ret.type.req", "class Solution { f() { } }"),
            Arguments.of("compiler.err.else.without.if", "class Solution { void f() { else { } } }"),
            Arguments.of("compiler.err.catch.without.try",
                    "class Solution { void f() { catch (Exception e) { } } }"),
            Arguments.of("compiler.err.try.without.catch.finally.or.resource.decls",
                    "class Solution { void f() { try { } } }"),
            Arguments.of("compiler.err.illegal.esc.char", "class Solution { String s = \"\\d\"; }"),
            Arguments.of("compiler.err.missing.ret.stmt",
                    "class Solution { int f(int x) { if (x > 0) return 1; } }"),
            Arguments.of("compiler.err.unreachable.stmt",
                    "class Solution { void f() { return; int x = 1; } }"),
            Arguments.of("compiler.err.var.might.not.have.been.initialized",
                    "class Solution { int f() { int x; return x; } }"),
            Arguments.of("compiler.err.var.not.initialized.in.default.constructor",
                    "class Solution { final int x; }"),
            Arguments.of("compiler.err.cant.assign.val.to.var",
                    "class Solution { final int x = 1; void f() { x = 2; } }"),
            Arguments.of("compiler.err.cant.ref.non.effectively.final.var",
                    "class Solution { Runnable f() { int x = 1; x++; return () -> System.out.println(x); } }"),
            Arguments.of("compiler.err.already.defined", "class Solution { void f(int x) { int x = 1; } }"),
            Arguments.of("compiler.err.duplicate.class", "class Solution { } class Solution { }"),
            Arguments.of("compiler.err.break.outside.switch.loop", "class Solution { void f() { break; } }"),
            Arguments.of("compiler.err.break.outside.switch.loop",
                    "class Solution { void f() { continue; } }"),
            Arguments.of("compiler.err.unreported.exception.need.to.catch.or.throw",
                    "class Solution { void f() { Thread.sleep(1); } }"),
            Arguments.of("compiler.err.except.never.thrown.in.try",
                    "class Solution { void f() { try { } catch (java.io.IOException e) { } } }"),
            Arguments.of("compiler.err.does.not.override.abstract",
                    "class Solution implements exercise.RowSum { }"),
            Arguments.of("compiler.err.method.does.not.override.superclass",
                    "class Solution { @Override public void run() { } }"),
            Arguments.of("compiler.err.override.weaker.access",
                    "class Solution implements Runnable { void run() { } }"),
            Arguments.of("compiler.err.override.incompatible.ret",
                    "class Solution implements Runnable { public int run() { return 1; } }"),
            Arguments.of("compiler.err.override.meth.doesnt.throw",
                    "class Solution implements Runnable { public void run() throws Exception { } }"),
            Arguments.of("compiler.err.non-static.cant.be.ref",
                    "class Solution { int x; static int f() { return x; } }"),
            Arguments.of("compiler.err.missing.meth.body.or.decl.abstract", "class Solution { int f(); }"),
            Arguments.of("compiler.err.abstract.cant.be.instantiated",
                    "class Solution { Object o = new java.util.List<String>(); }"),
            Arguments.of("compiler.err.report.access",
                    "class Solution { int f(String s) { return s.hash; } }"),
            Arguments.of("compiler.warn.div.zero", "class Solution { int f() { return 1 / 0; } }"),
            Arguments.of("compiler.warn.empty.if", "class Solution { void f() { if (true); } }"),
            Arguments.of("compiler.warn.finally.cannot.complete",
                    "class Solution { int f() { try { return 1; } finally { return 2; } } }"));

    /// How often a busy machine is asked again.
    private static final int PATIENCE = 10;

    @SuppressWarnings("NullAway.Init") // JUnit sets both before the first test
    private static Sandbox sandbox;
    @SuppressWarnings("NullAway.Init")
    private static Judge judge;

    @BeforeAll
    static void open(@TempDir Path cache) {
        sandbox = RealBoxes.open();
        judge = Judge.open(sandbox, Limits.defaults(), cache, 1, 1, System::nanoTime);
    }

    @AfterAll
    static void close() {
        if (judge != null) {
            judge.close();
            sandbox.close();
        }
    }

    @ParameterizedTest
    @FieldSource("MISTAKES")
    void a_mistake_is_explained(String key, String source) {
        var submission = new Submission(List.of(new SourceFile("Solution.java", source)), "", List.of());
        var check = judge.check(submission, Toys.exercise(Toys.FOLDER));
        for (int i = 0; i < PATIENCE && check instanceof Busy; i++) {
            check = judge.check(submission, Toys.exercise(Toys.FOLDER));
        }

        assertThat(check).isInstanceOf(Checked.class);
        for (var language : Language.values()) {
            assertThat(((Checked) check).diagnostics()).as(check.toString())
                    .extracting(found -> Explanations.of(found, language))
                    .contains(Optional.of(Words.of(Explanations.BUNDLE, language).say(key)));
        }
    }

    @Test
    void every_explanation_is_proven() {
        var proven = new HashSet<>(
                List.of("touchstone.source.slow", "touchstone.source.solution", "touchstone.source.utf8"));
        MISTAKES.forEach(mistake -> proven.add((String) mistake.get()[0]));

        assertThat(Words.of(Explanations.BUNDLE, Language.EN).bundle().keySet())
                .containsExactlyInAnyOrderElementsOf(proven);
    }
}

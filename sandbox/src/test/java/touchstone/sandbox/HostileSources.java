package touchstone.sandbox;

import java.util.List;

/// Sources that try to leave something behind in the compiler: names, broken symbols, half a
/// compilation.
final class HostileSources {
    /// Inference over nested generic calls, exponential in their depth.
    static final String ENDLESS = endless();

    static final List<String> ALL = List.of("package exercise; public class Toy {} class Zed {}",
            "package exercise; public interface Toy { int evil(); } class Solution implements Toy {}",
            "package java.util; public class ArrayList2 {}", "package java.util; public class ArrayList {}",
            "package java.lang; public class String {}", "package java.lang; public class Object {}",
            "package touchstone.sandbox.compiler; class Javac {}", "package a.b.c; class Zed {}",
            "module java.base {}", "module m { requires java.base; exports exercise; }", "open module m {}",
            "class Helper { static int f() { return 7; } } class Zed {} public class Solution {}",
            "public class Solution { static class Entry {} class Zed {} }",
            "class exercise { static class Toy {} } public class Solution implements exercise.Toy {}",
            "class java { static class util {} } public class Solution { java.util x; }",
            "class String {} public class Solution { String s = null; int f() { return 1 } }",
            "class Object {} class Integer {} class Math {} public class Solution { Math m; Integer i; }",
            "class System {} public class Solution { void f() { System.exit(0); } }",
            "public class Solution extends Undefined {}", "public class Solution extends Solution {}",
            "class A extends B {} class B extends A {} public class Solution extends A {}",
            "interface A extends B {} interface B extends A {} public class Solution implements A {}",
            "public class Solution implements exercise.Toy {}",
            "public class Solution implements exercise.Nothing {}",
            "import exercise.*; import java.util.*; public class Solution { Toy t; List<Toy> l; Foo f; }",
            "import static exercise.Toy.*; public class Solution { Result r = new Result(null, null); }",
            "public class Solution { exercise.Toy.Result r = new exercise.Toy.Result(null, null, null) {}; }",
            "public class Solution<T extends Comparable<? super T>> { <U extends T & Runnable> U f() { return g(); } }",
            "public class Solution { sealed interface S permits A {} record A() implements S, Zed {} }",
            "@interface Zed { Zed[] value(); } @Zed(@Zed({})) public class Solution {}",
            "@Deprecated(since = 1) @Override public class Solution { @SafeVarargs void f() {} }",
            "public class Solution { int f() { return switch (this) { case Solution s when s.f() > 0 -> 1; }; } }",
            "public class Solution { void f() { for (;;) ; int x; } int g() {} final int y; }",
            "public class Solution { static final int A = B; static final int B = A + 1; String s = \"a\" + A + B; }",
            "public class Solution { " + "int f() { return 1; } ".repeat(50) + "}",
            "public class Solution { String s = \"" + "x".repeat(70_000) + "\"; }",
            "public class Solution { void f() { int x = 0; " + "x++; ".repeat(30_000) + "} }",
            "public class Solution { int x = " + "(".repeat(800) + "1" + ")".repeat(800) + "; }",
            "public class Solution { String s = " + "\"a\" + ".repeat(1500) + "\"b\"; }",
            "public class Solution { int \\u0061b = 1; /* \\u002a/ class Zed {} /* */ }", "\\u", "\0\0\0",
            "/* never closed", "class", "{{{{", "\"", "\"\"\"\nnever closed", "'",
            "public class Solution { #!/bin/sh }", "", "import java.util.",
            "class Solution { void f() { var v = v; var w = () -> w; } }",
            "public class Solution { int f() { class Helper { static int f() { return 2; } } return Helper.f(); } }",
            "enum Helper { A { void f() {} }; abstract void f(); abstract void g(); } record Zed(Zed z) {}",
            "void main() { IO.println(\"an implicit class\"); }",
            "import module java.sql; public class Solution {}",
            "public class Solution { int _ = 1; void f(int _) {} java.util.ArrayList2 l; Zed z; }");

    private HostileSources() {}

    private static String endless() {
        var call = "1";
        for (int i = 0; i < 150; i++) {
            call = "p(" + call + ", " + (i % 2 == 0 ? "1" : "\"s\"") + ")";
        }
        var lambdas = "x";
        for (int i = 0; i < 14; i++) {
            lambdas = "f(x -> f(y -> " + lambdas.replace("x", "y") + "))";
        }
        return "import java.util.function.*; class Solution { static <A, B> java.util.Map<A, B> p(A a, B b) "
                + "{ return null; } static <T> T f(Function<T, T> f) { return null; } "
                + "static int f(ToIntFunction<String> f) { return 1; } static long f(UnaryOperator<Integer> f) "
                + "{ return 1; } Object o = " + call + "; Object q = "
                + lambdas.replaceAll("[xy](?=\\)+$)", "1") + "; }";
    }
}

// expect: COMPILE_ERROR
// attack: a module that opens itself and asks for the compiler
open module hostile {
    requires jdk.compiler;
    uses java.lang.Runnable;
}

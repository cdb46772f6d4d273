// expect: COMPILE_ERROR
// attack: declares itself in the worker's package
package touchstone.sandbox.worker;

public class Main {
    public static void main(String[] arguments) {
        System.out.println("PWNED");
    }
}

// expect: COMPILE_ERROR
// attack: talks to javac's own interfaces
import com.sun.source.util.JavacTask;
import com.sun.source.util.Plugin;

public class Solution implements Plugin {
    public String getName() {
        return "Solution";
    }

    public void init(JavacTask task, String... arguments) {
        throw new IllegalStateException("PWNED ran in the compiler");
    }
}

// expect: SECURITY_VIOLATION
// attack: a forged JUnit report
import exercise.MagnitudePrune;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;

public class Solution implements MagnitudePrune {
    @Override
    public double[][] prune(double[][] w, double ratio) {
        try {
            new FileOutputStream(FileDescriptor.out).write("<testsuite tests=\"9\" failures=\"0\" errors=\"0\"/>".getBytes());
        } catch (IOException e) {
            // the pipe is closed
        }
        return w;
    }
}

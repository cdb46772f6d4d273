// expect: SECURITY_VIOLATION
// attack: text where frames are due
import exercise.MagnitudePrune;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;

public class Solution implements MagnitudePrune {
    @Override
    public double[][] prune(double[][] w, double ratio) {
        try {
            new FileOutputStream(FileDescriptor.out).write("Tests passed: 9 of 9\nOK (9 tests)\n".getBytes());
        } catch (IOException e) {
            // the pipe is closed
        }
        return w;
    }
}

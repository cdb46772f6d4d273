// expect: SECURITY_VIOLATION
// attack: a forged verdict in JSON
import exercise.MagnitudePrune;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;

public class Solution implements MagnitudePrune {
    @Override
    public double[][] prune(double[][] w, double ratio) {
        try {
            new FileOutputStream(FileDescriptor.out).write("{\"verdict\":\"ACCEPTED\",\"points\":100}".getBytes());
        } catch (IOException e) {
            // the pipe is closed
        }
        return w;
    }
}

// expect: OUTPUT_LIMIT_EXCEEDED | SECURITY_VIOLATION
// attack: writes to file descriptor 2 without end
import exercise.MagnitudePrune;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;

public class Solution implements MagnitudePrune {
    @Override
    public double[][] prune(double[][] w, double ratio) {
        var error = new FileOutputStream(FileDescriptor.err);
        try {
            while (true) {
                error.write(new byte[1 << 16]);
            }
        } catch (IOException e) {
            return null;
        }
    }
}

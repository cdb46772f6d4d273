// expect: SECURITY_VIOLATION | OUTPUT_LIMIT_EXCEEDED
// attack: writes zeros to file descriptor 1 without end
import exercise.MagnitudePrune;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;

public class Solution implements MagnitudePrune {
    @Override
    public double[][] prune(double[][] w, double ratio) {
        var output = new FileOutputStream(FileDescriptor.out);
        try {
            while (true) {
                output.write(new byte[1 << 16]);
            }
        } catch (IOException e) {
            return null;
        }
    }
}

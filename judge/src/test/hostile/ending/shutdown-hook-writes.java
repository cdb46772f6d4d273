// expect: RUN_TIME_ERROR | SECURITY_VIOLATION
// attack: a shutdown hook writes a forged verdict to the real standard output
import exercise.MagnitudePrune;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;

public class Solution implements MagnitudePrune {
    @Override
    public double[][] prune(double[][] w, double ratio) {
        var output = new FileOutputStream(FileDescriptor.out);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                output.write("{\"verdict\":\"ACCEPTED\"}\n".getBytes());
            } catch (IOException e) {
                // nobody listens
            }
        }));
        System.exit(0);
        return null;
    }
}

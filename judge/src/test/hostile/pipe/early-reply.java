// expect: SECURITY_VIOLATION | RUN_TIME_ERROR
// attack: a frame from the static initialiser, before anything was called
import exercise.MagnitudePrune;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;

public class Solution implements MagnitudePrune {
    static {
        try {
            new FileOutputStream(FileDescriptor.out).write(new byte[] {13, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0});
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @Override
    public double[][] prune(double[][] w, double ratio) {
        return w;
    }
}

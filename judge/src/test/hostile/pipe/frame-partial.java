// expect: TIME_LIMIT_EXCEEDED | SECURITY_VIOLATION
// attack: half a header, then silence
import exercise.MagnitudePrune;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.locks.LockSupport;

public class Solution implements MagnitudePrune {
    @Override
    public double[][] prune(double[][] w, double ratio) {
        try (var output = new FileOutputStream(FileDescriptor.out)) {
            output.write(new byte[] {9, 0});
            while (true) {
                LockSupport.park();
            }
        } catch (IOException e) {
            // the pipe is closed
        }
        return w;
    }

    private static byte[] frame(int length, int kind, long call, int... payload) {
        ByteBuffer frame = ByteBuffer.allocate(13 + payload.length).order(ByteOrder.LITTLE_ENDIAN);
        frame.putInt(length).put((byte) kind).putLong(call);
        for (int value : payload) {
            frame.put((byte) value);
        }
        return frame.array();
    }
}

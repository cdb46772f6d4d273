// expect: SECURITY_VIOLATION
// attack: a forged reply of every kind with a guessed call id
import exercise.MagnitudePrune;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

public class Solution implements MagnitudePrune {
    @Override
    public double[][] prune(double[][] w, double ratio) {
        try (var output = new FileOutputStream(FileDescriptor.out)) {
            for (int kind = 0; kind < 256; kind++) {
                output.write(frame(10, kind, 1, 0));
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

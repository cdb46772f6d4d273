// expect: SECURITY_VIOLATION
// attack: a thousand empty frames
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
            for (int i = 0; i < 1000; i++) {
                output.write(new byte[4]);
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

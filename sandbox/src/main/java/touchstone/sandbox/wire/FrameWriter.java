package touchstone.sandbox.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Builds one frame at a time in a buffer that is kept. It grows to the need and
/// is given back after a giant, for a worker's memory is counted.
///
/// Not safe for several threads.
public final class FrameWriter {
    /// Bytes before the payload.
    static final int HEADER = 13;
    static final int USUAL = 1 << 16;

    private final int frameBytesMax;
    private byte[] bytes = new byte[USUAL];
    /// A view of the bytes.
    private ByteBuffer buffer = littleEndian(bytes);

    public FrameWriter(int frameBytesMax) {
        this.frameBytesMax = frameBytesMax;
    }

    private void use(byte[] other) {
        bytes = other;
        buffer = littleEndian(other);
    }

    static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// Starts a frame; what was there and not sent is forgotten.
    public void begin(int kind, long callId) {
        buffer.clear();
        buffer.putInt(0).put((byte) kind).putLong(callId);
    }

    public void send(OutputStream out) throws IOException {
        int end = buffer.position();
        buffer.putInt(0, end - Integer.BYTES);
        out.write(bytes, 0, end);
        out.flush();
        if (buffer.capacity() > 16 * USUAL) {
            use(new byte[USUAL]);
        }
    }

    public void putByte(int value) throws OversizeException {
        reserve(1);
        buffer.put((byte) value);
    }

    public void putInt(int value) throws OversizeException {
        reserve(Integer.BYTES);
        buffer.putInt(value);
    }

    public void putLong(long value) throws OversizeException {
        reserve(Long.BYTES);
        buffer.putLong(value);
    }

    public void putDouble(double value) throws OversizeException {
        reserve(Double.BYTES);
        buffer.putDouble(value);
    }

    public void putText(String text) throws OversizeException {
        putBlock(text.getBytes(StandardCharsets.UTF_8));
    }

    /// The length, then the bytes.
    public void putBlock(byte[] block) throws OversizeException {
        reserve(Integer.BYTES + (long) block.length);
        buffer.putInt(block.length).put(block);
    }

    /// The bytes alone. Allocates nothing as long as they fit the buffer, so that a
    /// worker without memory can still say so.
    public void putRaw(byte[] raw) throws OversizeException {
        reserve(raw.length);
        buffer.put(raw);
    }

    void putInts(int[] values) throws OversizeException {
        int bytes = count(values.length, Integer.BYTES);
        buffer.asIntBuffer().put(values);
        buffer.position(buffer.position() + bytes);
    }

    void putLongs(long[] values) throws OversizeException {
        int bytes = count(values.length, Long.BYTES);
        buffer.asLongBuffer().put(values);
        buffer.position(buffer.position() + bytes);
    }

    void putDoubles(double[] values) throws OversizeException {
        int bytes = count(values.length, Double.BYTES);
        buffer.asDoubleBuffer().put(values);
        buffer.position(buffer.position() + bytes);
    }

    void putBooleans(boolean[] values) throws OversizeException {
        count(values.length, 1);
        for (int i = 0; i < values.length; i++) {
            buffer.put((byte) (values[i] ? 1 : 0));
        }
    }

    /// Makes room for a count and its elements, and writes the count.
    private int count(int length, int elementBytes) throws OversizeException {
        reserve(Integer.BYTES + (long) length * elementBytes);
        buffer.putInt(length);
        return length * elementBytes;
    }

    /// Whether the payload written so far equals the reader's payload from an
    /// offset to its end.
    public boolean payloadEquals(FrameReader reader, int from) {
        return Arrays.equals(bytes, HEADER, buffer.position(), reader.array(), from, reader.limit());
    }

    private void reserve(long count) throws OversizeException {
        if (count <= buffer.remaining()) {
            return;
        }
        long end = buffer.position() + count;
        if (end - Integer.BYTES > frameBytesMax) {
            throw new OversizeException("more than a frame may hold");
        }
        long most = (long) frameBytesMax + Integer.BYTES;
        int capacity = (int) Math.min(most, Math.max(end, 2L * buffer.capacity()));
        int position = buffer.position();
        use(Arrays.copyOf(bytes, capacity));
        buffer.position(position);
    }
}

package touchstone.sandbox.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Reads one frame at a time into a buffer that is kept, and its payload piece by
/// piece. Nothing is allocated on the word of a length: the buffer grows with the
/// bytes that have arrived.
///
/// Not safe for several threads.
public final class FrameReader {
    private final InputStream in;
    private final int frameBytesMax;
    private byte[] bytes = new byte[FrameWriter.USUAL];
    /// A view of the bytes.
    private ByteBuffer buffer = FrameWriter.littleEndian(bytes);
    private boolean awaiting;
    private long awaited;
    private int kind;
    private long callId;

    public FrameReader(InputStream in, int frameBytesMax) {
        this.in = in;
        this.frameBytesMax = frameBytesMax;
    }

    /// Waits for a frame; false if the stream ended where a frame could begin.
    ///
    /// @throws WireException when the bytes are no frame, or more than one: nobody sends the next
    ///         one unasked
    public boolean next() throws IOException {
        if (buffer.capacity() > 16 * FrameWriter.USUAL) {
            use(new byte[FrameWriter.USUAL]);
        }
        int filled = fill(0, FrameWriter.HEADER);
        if (filled == 0) {
            return false;
        }
        buffer.limit(FrameWriter.HEADER);
        int length = buffer.getInt();
        kind = buffer.get();
        callId = buffer.getLong();
        if (length < FrameWriter.HEADER - Integer.BYTES || length > frameBytesMax) {
            throw new WireException("a frame of impossible length");
        }
        if (awaiting && (callId != awaited || kind < Kind.RETURNED || kind > Kind.REJECTED)) {
            throw new WireException("an answer to no question");
        }
        int end = length + Integer.BYTES;
        if (fill(filled, end) > end) {
            throw new WireException("bytes after the frame");
        }
        buffer.limit(end).position(FrameWriter.HEADER);
        return true;
    }

    /// Accepts nothing from now on but answers to this call. A frame that is none is refused as
    /// soon as its header is there; its length may promise more than will ever come.
    public void await(long id) {
        awaiting = true;
        awaited = id;
    }

    /// Reads until that many bytes are there, and takes what else is there
    /// already, as far as it fits.
    private int fill(int filled, int wanted) throws IOException {
        buffer.clear();
        int have = filled;
        while (have < wanted) {
            if (have == buffer.capacity()) {
                grow(wanted);
            }
            int read = in.read(bytes, have, buffer.capacity() - have);
            if (read < 0) {
                if (have == 0) {
                    return 0;
                }
                throw new EOFException("the stream ended inside a frame");
            }
            have += read;
        }
        return have;
    }

    private void grow(int wanted) {
        int capacity = (int) Math.min(wanted, 2L * buffer.capacity());
        use(Arrays.copyOf(bytes, capacity));
    }

    private void use(byte[] other) {
        bytes = other;
        buffer = FrameWriter.littleEndian(other);
    }

    public int kind() {
        return kind;
    }

    public long callId() {
        return callId;
    }

    /// Where the next piece begins; for [FrameWriter#payloadEquals].
    public int position() {
        return buffer.position();
    }

    byte[] array() {
        return bytes;
    }

    int limit() {
        return buffer.limit();
    }

    public int getByte() throws WireException {
        need(1);
        return buffer.get();
    }

    public int getInt() throws WireException {
        need(Integer.BYTES);
        return buffer.getInt();
    }

    public long getLong() throws WireException {
        need(Long.BYTES);
        return buffer.getLong();
    }

    double getDouble() throws WireException {
        need(Double.BYTES);
        return buffer.getDouble();
    }

    boolean getBoolean() throws WireException {
        int value = getByte();
        if (value != 0 && value != 1) {
            throw new WireException("neither true nor false");
        }
        return value == 1;
    }

    /// A count of things that take at least so many bytes each.
    public int getCount(int max, int bytesEach) throws WireException {
        int count = getInt();
        if (count < 0 || count > max || (long) count * bytesEach > buffer.remaining()) {
            throw new WireException("an impossible count");
        }
        return count;
    }

    public String getText(int bytesMax) throws WireException {
        int length = getCount(bytesMax, 1);
        var text = new String(bytes, buffer.position(), length, StandardCharsets.UTF_8);
        buffer.position(buffer.position() + length);
        return text;
    }

    public byte[] getBlock(int bytesMax) throws WireException {
        var block = new byte[getCount(bytesMax, 1)];
        buffer.get(block);
        return block;
    }

    int[] getInts(int count) {
        var values = new int[count];
        buffer.asIntBuffer().get(values);
        buffer.position(buffer.position() + count * Integer.BYTES);
        return values;
    }

    long[] getLongs(int count) {
        var values = new long[count];
        buffer.asLongBuffer().get(values);
        buffer.position(buffer.position() + count * Long.BYTES);
        return values;
    }

    double[] getDoubles(int count) {
        var values = new double[count];
        buffer.asDoubleBuffer().get(values);
        buffer.position(buffer.position() + count * Double.BYTES);
        return values;
    }

    boolean[] getBooleans(int count) throws WireException {
        var values = new boolean[count];
        for (int i = 0; i < count; i++) {
            values[i] = getBoolean();
        }
        return values;
    }

    /// Makes sure that the payload has no more bytes than were asked for.
    public void end() throws WireException {
        if (buffer.hasRemaining()) {
            throw new WireException("a payload too long");
        }
    }

    private void need(int bytes) throws WireException {
        if (bytes > buffer.remaining()) {
            throw new WireException("a payload too short");
        }
    }
}

package touchstone.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Mutated frames against the readers of both sides. Whatever arrives is a frame, the end of the
/// stream, or a [WireException]; and nothing is allocated that the caps do not cover.
class FuzzTest {
    private static final int FRAMES = 600_000;
    private static final int FRAME_BYTES_MAX = 1 << 18;
    private static final long ALLOCATED_MAX = 4L * FRAME_BYTES_MAX;
    private static final Caps CAPS = new Caps(10_000, 1_000, 1_000);

    private final ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private InputStream current = InputStream.nullInputStream();
    private final FrameReader reader = new FrameReader(new InputStream() {
        @Override
        public int read() throws IOException {
            return current.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return current.read(target, offset, length);
        }
    }, FRAME_BYTES_MAX);
    private final ValueDecoder decoder = new ValueDecoder(CAPS);

    /// Reads one frame's payload as one side would.
    private interface Side {
        void read(FrameReader in, Class<?> type) throws IOException;
    }

    private void reply(FrameReader in, Class<?> type) throws IOException {
        if (in.kind() != Kind.RETURNED) {
            throw new WireException("another kind");
        }
        in.getByte();
        in.getText(CAPS.textBytes());
        decoder.decode(in, type);
        in.end();
    }

    private void request(FrameReader in, Class<?> type) throws IOException {
        in.getText(255);
        int count = in.getCount(255, 1);
        for (int i = 0; i < count; i++) {
            decoder.decode(in, type);
        }
        in.end();
    }

    @Test
    void the_judge_survives_any_reply() throws IOException, OversizeException {
        fuzz(this::reply, true);
    }

    @Test
    void the_box_survives_any_request() throws IOException, OversizeException {
        fuzz(this::request, false);
    }

    private void fuzz(Side side, boolean reply) throws IOException, OversizeException {
        var random = new SplittableRandom(reply ? 1 : 2);
        List<byte[]> seeds = new ArrayList<>();
        for (Class<?> type : Shapes.TYPES) {
            for (int i = 0; i < 8; i++) {
                seeds.add(frame(type, random, reply));
            }
        }
        int valid = 0;
        long worst = 0;
        for (int i = 0; i < FRAMES; i++) {
            int seed = random.nextInt(seeds.size());
            byte[] mutated = mutate(seeds.get(seed), random);
            long before = memory.getCurrentThreadAllocatedBytes();
            valid += survives(side, mutated, Shapes.TYPES[seed / 8]) ? 1 : 0;
            worst = Math.max(worst, memory.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(worst).isLessThan(ALLOCATED_MAX);
        assertThat(valid).as("frames that still were valid").isBetween(FRAMES / 100, FRAMES - FRAMES / 10);
    }

    private boolean survives(Side side, byte[] bytes, Class<?> type) throws IOException {
        current = new ByteArrayInputStream(bytes);
        try {
            if (!reader.next()) {
                return false;
            }
            side.read(reader, type);
            return true;
        } catch (WireException | EOFException e) {
            return false;
        }
    }

    private static byte[] frame(Class<?> type, SplittableRandom random, boolean reply)
            throws IOException, OversizeException {
        var writer = new FrameWriter(FRAME_BYTES_MAX);
        writer.begin(reply ? Kind.RETURNED : Kind.CALL, random.nextLong());
        if (reply) {
            writer.putByte(random.nextInt(4));
            writer.putText("printed");
        } else {
            writer.putText("method");
            writer.putInt(1);
        }
        new ValueEncoder(CAPS).encode(Shapes.draw(type, random), writer);
        var out = new ByteArrayOutputStream();
        writer.send(out);
        return out.toByteArray();
    }

    /// A few of: a bit flipped, a byte or an int replaced, a piece cut out, doubled, or cut off; the
    /// length is set right again half the time, so that the damage gets past the frame.
    private static byte[] mutate(byte[] seed, SplittableRandom random) {
        byte[] bytes = seed.clone();
        for (int i = random.nextInt(3); i >= 0; i--) {
            bytes = mutateOnce(bytes, random);
        }
        if (random.nextBoolean() && bytes.length >= FrameWriter.HEADER) {
            FrameWriter.littleEndian(bytes).putInt(0, bytes.length - Integer.BYTES);
        }
        return bytes;
    }

    private static byte[] mutateOnce(byte[] bytes, SplittableRandom random) {
        if (bytes.length < 8) {
            return bytes;
        }
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(6)) {
            case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> bytes[at] = (byte) random.nextInt();
            case 2 -> FrameWriter.littleEndian(bytes).putInt(Math.min(at, bytes.length - 4), number(random));
            case 3 -> {
                return java.util.Arrays.copyOf(bytes, at);
            }
            case 4 -> {
                var doubled = java.util.Arrays.copyOf(bytes, bytes.length + at);
                System.arraycopy(bytes, 0, doubled, bytes.length, at);
                return doubled;
            }
            default -> {
                var shorter = java.util.Arrays.copyOf(bytes, bytes.length - 1);
                System.arraycopy(bytes, at + 1, shorter, at, bytes.length - at - 1);
                return shorter;
            }
        }
        return bytes;
    }

    private static int number(SplittableRandom random) {
        int[] telling = {-1, 0, 1, Integer.MAX_VALUE, Integer.MIN_VALUE, FRAME_BYTES_MAX, 1 << 30, 10_001,
                1 << 28};
        return telling[random.nextInt(telling.length)];
    }
}

package touchstone.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ValueTest {
    static final Class<?>[] TYPES = Shapes.TYPES;
    private static final int FRAME = 1 << 20;
    private final ValueEncoder encoder = new ValueEncoder(new Caps(1000, 1000, 1000));
    private final ValueDecoder decoder = new ValueDecoder(new Caps(1000, 1000, 1000));

    private byte[] frame(@Nullable Object value) throws IOException, OversizeException {
        var writer = new FrameWriter(FRAME);
        writer.begin(Kind.CALL, 42);
        encoder.encode(value, writer);
        var out = new ByteArrayOutputStream();
        writer.send(out);
        return out.toByteArray();
    }

    private @Nullable Object decode(byte[] frame, Class<?> type) throws IOException {
        var reader = new FrameReader(new ByteArrayInputStream(frame), FRAME);
        assertThat(reader.next()).isTrue();
        Object value = decoder.decode(reader, type);
        reader.end();
        return value;
    }

    @ParameterizedTest
    @FieldSource("TYPES")
    void what_is_sent_arrives_bit_for_bit(Class<?> type) throws IOException, OversizeException {
        var random = new Random(7);
        for (int i = 0; i < 300; i++) {
            byte[] frame = frame(Shapes.draw(type, random));
            assertThat(frame(decode(frame, type))).isEqualTo(frame);
        }
    }

    @Test
    void a_frame_that_arrives_byte_by_byte_is_the_same_frame() throws IOException, OversizeException {
        byte[] frame = frame(new double[900]);
        var trickle = new InputStream() {
            private int next;

            @Override
            public int read() {
                return next == frame.length ? -1 : frame[next++] & 0xFF;
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                int value = read();
                if (value < 0) {
                    return -1;
                }
                target[offset] = (byte) value;
                return 1;
            }
        };
        var reader = new FrameReader(trickle, FRAME);
        assertThat(reader.next()).isTrue();
        assertThat(reader.callId()).isEqualTo(42);
        assertThat(reader.kind()).isEqualTo(Kind.CALL);
        assertThat(decoder.decode(reader, double[].class)).isEqualTo(new double[900]);
        assertThat(reader.next()).isFalse();
    }

    @Test
    void a_large_frame_passes_and_its_buffer_is_given_back() throws IOException, OversizeException {
        var writer = new FrameWriter(8 << 20);
        var out = new ByteArrayOutputStream();
        var large = new double[500_000];
        Arrays.setAll(large, i -> i);
        var caps = new Caps(1 << 20, 1, 1);
        writer.begin(Kind.CALL, 1);
        new ValueEncoder(caps).encode(large, writer);
        writer.send(out);
        var reader = new FrameReader(new ByteArrayInputStream(out.toByteArray()), 8 << 20);
        assertThat(reader.next()).isTrue();
        assertThat(new ValueDecoder(caps).decode(reader, double[].class)).isEqualTo(large);
        assertThat(reader.next()).isFalse();
        assertThat(reader.array()).hasSize(FrameWriter.USUAL);
    }

    @Test
    void one_row_under_many_names_counts_many_times() {
        var aliased = new double[2][][];
        Arrays.fill(aliased, new double[2][]);
        Arrays.fill(aliased[0], new double[251]);
        assertThatThrownBy(() -> frame(aliased)).isInstanceOf(OversizeException.class)
                .hasMessageContaining("cells");
    }

    @Test
    void caps_hold_on_either_side() throws IOException, OversizeException {
        assertThatThrownBy(() -> frame(new int[1001][])).isInstanceOf(OversizeException.class);
        assertThatThrownBy(() -> frame("é".repeat(501))).isInstanceOf(OversizeException.class);
        byte[] frame = frame(new double[][]{new double[600]});
        var narrow = new ValueDecoder(new Caps(599, 10, 10));
        var reader = new FrameReader(new ByteArrayInputStream(frame), FRAME);
        assertThat(reader.next()).isTrue();
        assertThatThrownBy(() -> narrow.decode(reader, double[][].class)).isInstanceOf(WireException.class);
    }

    @Test
    void a_cycle_ends_at_the_depth_cap() {
        record Node(Object[] next) {}
        var next = new Node[1];
        next[0] = new Node(next);
        assertThatThrownBy(() -> frame(next)).isInstanceOf(OversizeException.class);
    }

    @Test
    void types_that_do_not_travel_are_refused() {
        assertThat(ValueDecoder.travels(float.class)).isFalse();
        assertThat(ValueDecoder.travels(double[][][][].class)).isFalse();
        assertThat(ValueDecoder.travels(Object.class)).isFalse();
        assertThat(ValueDecoder.travels(double[][][].class)).isTrue();
        assertThatThrownBy(() -> frame(1f)).isInstanceOf(OversizeException.class);
    }

    @Test
    void a_value_of_another_type_is_no_protocol() throws IOException, OversizeException {
        byte[] frame = frame(1);
        assertThatThrownBy(() -> decode(frame, double.class)).isInstanceOf(WireException.class);
        byte[] nothing = frame(null);
        assertThatThrownBy(() -> decode(nothing, int.class)).isInstanceOf(WireException.class);
        assertThat(decode(nothing, int[].class)).isNull();
    }
}

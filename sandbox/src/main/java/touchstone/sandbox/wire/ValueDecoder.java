package touchstone.sandbox.wire;

import java.lang.reflect.Array;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads values of a type that is known beforehand and refuses anything else.
/// Counts against the caps and the bytes that are left before it allocates.
///
/// Not safe for several threads.
public final class ValueDecoder {
    private final Caps caps;
    private final Map<Class<?>, RecordShape> shapes = new HashMap<>();
    private int cells;
    private int rows;

    public ValueDecoder(Caps caps) {
        this.caps = caps;
    }

    /// Whether values of this type travel at all.
    public static boolean travels(Class<?> type) {
        return Tag.of(type) != Tag.NULL;
    }

    /// Reads a value.
    ///
    /// @param type what the contract declares; `void` stands for null alone
    public @Nullable Object decode(FrameReader in, Class<?> type) throws WireException {
        cells = 0;
        rows = 0;
        return get(in, type, 0);
    }

    private @Nullable Object get(FrameReader in, Class<?> type, int depth) throws WireException {
        int tag = in.getByte();
        if (tag == Tag.NULL) {
            if (type.isPrimitive() && type != void.class) {
                throw new WireException("null for a number");
            }
            return null;
        }
        if (tag != Tag.of(type)) {
            throw new WireException("a value of another type");
        }
        if (depth == Caps.DEPTH) {
            throw new WireException("too many values inside one another");
        }
        if (tag <= Tag.TEXT) {
            return getCell(tag, in);
        }
        if (tag <= Tag.BOOLEANS) {
            return getRow(tag, in);
        }
        return tag == Tag.LIST ? getList(in, type.getComponentType(), depth) : getRecord(in, type, depth);
    }

    private Object getCell(int tag, FrameReader in) throws WireException {
        countCells(1);
        if (tag == Tag.INT) {
            return in.getInt();
        }
        if (tag == Tag.LONG) {
            return in.getLong();
        }
        if (tag == Tag.DOUBLE) {
            return in.getDouble();
        }
        if (tag == Tag.BOOLEAN) {
            return in.getBoolean();
        }
        return in.getText(caps.textBytes());
    }

    private Object getRow(int tag, FrameReader in) throws WireException {
        countRows(1);
        int bytesEach = tag == Tag.BOOLEANS ? 1 : tag == Tag.INTS ? Integer.BYTES : Long.BYTES;
        int count = in.getCount(caps.cells() - cells, bytesEach);
        countCells(count);
        if (tag == Tag.DOUBLES) {
            return in.getDoubles(count);
        }
        if (tag == Tag.INTS) {
            return in.getInts(count);
        }
        return tag == Tag.LONGS ? in.getLongs(count) : in.getBooleans(count);
    }

    private Object getList(FrameReader in, Class<?> type, int depth) throws WireException {
        countRows(1);
        int count = in.getCount(caps.rows() - rows, 1);
        countRows(count);
        @Nullable
        Object[] values = (@Nullable Object[]) Array.newInstance(type, count);
        for (int i = 0; i < count; i++) {
            values[i] = get(in, type, depth + 1);
        }
        return values;
    }

    private Object getRecord(FrameReader in, Class<?> type, int depth) throws WireException {
        countRows(1);
        RecordShape shape = shapes.get(type);
        if (shape == null) {
            shape = new RecordShape(type);
            shapes.put(type, shape);
        }
        if (in.getByte() != shape.types.length) {
            throw new WireException("a record of another shape");
        }
        @Nullable
        Object[] values = new @Nullable Object[shape.types.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = get(in, shape.types[i], depth + 1);
        }
        return shape.create(values);
    }

    private void countCells(int count) throws WireException {
        if (count > caps.cells() - cells) {
            throw new WireException("too many cells");
        }
        cells += count;
    }

    private void countRows(int count) throws WireException {
        if (count > caps.rows() - rows) {
            throw new WireException("too many rows");
        }
        rows += count;
    }
}

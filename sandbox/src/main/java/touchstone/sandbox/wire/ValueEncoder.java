package touchstone.sandbox.wire;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes values. Counts on the way and stops at the first cell or row too many,
/// so that one row aliased everywhere costs no more than the caps allow.
///
/// Not safe for several threads. The value itself may be changed by another
/// thread meanwhile: an array of references is cloned before its entries are
/// looked at, so nothing is counted that is not also what is written.
public final class ValueEncoder {
    private final Caps caps;
    private final Map<Class<?>, RecordShape> shapes = new HashMap<>();
    private int cells;
    private int rows;

    public ValueEncoder(Caps caps) {
        this.caps = caps;
    }

    public void encode(@Nullable Object value, FrameWriter out) throws OversizeException {
        cells = 0;
        rows = 0;
        put(value, out, 0);
    }

    private void put(@Nullable Object value, FrameWriter out, int depth) throws OversizeException {
        if (value == null) {
            out.putByte(Tag.NULL);
            return;
        }
        if (depth == Caps.DEPTH) {
            throw new OversizeException("too many values inside one another");
        }
        int tag = Tag.of(value.getClass());
        if (tag == Tag.NULL) {
            throw new OversizeException("a type that does not travel");
        }
        out.putByte(tag);
        if (tag <= Tag.TEXT) {
            putCell(tag, value, out);
        } else if (tag <= Tag.BOOLEANS) {
            putRow(tag, value, out);
        } else if (tag == Tag.LIST) {
            putList((Object[]) value, out, depth);
        } else {
            putRecord(value, out, depth);
        }
    }

    private void putCell(int tag, Object value, FrameWriter out) throws OversizeException {
        countCells(1);
        if (tag == Tag.INT) {
            out.putInt((Integer) value);
        } else if (tag == Tag.LONG) {
            out.putLong((Long) value);
        } else if (tag == Tag.DOUBLE) {
            out.putDouble((Double) value);
        } else if (tag == Tag.BOOLEAN) {
            out.putByte((Boolean) value ? 1 : 0);
        } else {
            out.putBlock(Text.utf8(caps.textBytes(), (String) value));
        }
    }

    private void putRow(int tag, Object value, FrameWriter out) throws OversizeException {
        countRows(1);
        if (tag == Tag.DOUBLES) {
            double[] row = (double[]) value;
            countCells(row.length);
            out.putDoubles(row);
        } else if (tag == Tag.INTS) {
            int[] row = (int[]) value;
            countCells(row.length);
            out.putInts(row);
        } else if (tag == Tag.LONGS) {
            long[] row = (long[]) value;
            countCells(row.length);
            out.putLongs(row);
        } else {
            boolean[] row = (boolean[]) value;
            countCells(row.length);
            out.putBooleans(row);
        }
    }

    private void putList(Object[] values, FrameWriter out, int depth) throws OversizeException {
        countRows(1);
        countRows(values.length);
        Object[] snapshot = values.clone();
        out.putInt(snapshot.length);
        for (int i = 0; i < snapshot.length; i++) {
            put(snapshot[i], out, depth + 1);
        }
    }

    private void putRecord(Object value, FrameWriter out, int depth) throws OversizeException {
        countRows(1);
        RecordShape shape = shapes.get(value.getClass());
        if (shape == null) {
            shape = new RecordShape(value.getClass());
            shapes.put(value.getClass(), shape);
        }
        out.putByte(shape.types.length);
        for (int i = 0; i < shape.types.length; i++) {
            put(shape.get(value, i), out, depth + 1);
        }
    }

    private void countCells(int count) throws OversizeException {
        if (count > caps.cells() - cells) {
            throw new OversizeException("too many cells");
        }
        cells += count;
    }

    private void countRows(int count) throws OversizeException {
        if (count > caps.rows() - rows) {
            throw new OversizeException("too many rows");
        }
        rows += count;
    }
}

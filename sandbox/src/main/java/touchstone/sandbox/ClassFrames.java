package touchstone.sandbox;

import java.util.ArrayList;
import java.util.List;
import touchstone.sandbox.wire.FrameReader;
import touchstone.sandbox.wire.FrameWriter;
import touchstone.sandbox.wire.OversizeException;
import touchstone.sandbox.wire.WireException;

/// Class files and diagnostics on the wire.
final class ClassFrames {
    private static final int NAME_BYTES_MAX = 1 << 16;
    private static final int CLASSES_MAX = 1 << 14;
    private static final int CLASS_BYTES_MIN = 8;

    private ClassFrames() {}

    static void put(FrameWriter out, List<ClassFile> classes) throws OversizeException {
        out.putInt(classes.size());
        for (ClassFile each : classes) {
            out.putText(each.name());
            out.putBlock(each.bytes());
        }
    }

    static List<ClassFile> get(FrameReader in) throws WireException {
        var classes = new ArrayList<ClassFile>();
        for (int i = in.getCount(CLASSES_MAX, CLASS_BYTES_MIN); i > 0; i--) {
            classes.add(new ClassFile(in.getText(NAME_BYTES_MAX), in.getBlock(Integer.MAX_VALUE)));
        }
        return classes;
    }
}

package touchstone.judge.compile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import touchstone.sandbox.ClassFile;

/// Class files as one block of bytes. Only ever reads what it wrote itself: the
/// cache vouches for that.
final class ClassFiles {
    private ClassFiles() {}

    static byte[] encode(List<ClassFile> classes) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(classes.size());
            for (var file : classes) {
                out.writeUTF(file.name());
                out.writeInt(file.bytes().length);
                out.write(file.bytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static List<ClassFile> decode(byte[] block) {
        var classes = new ArrayList<ClassFile>();
        try (var in = new DataInputStream(new ByteArrayInputStream(block))) {
            for (int left = in.readInt(); left > 0; left--) {
                classes.add(new ClassFile(in.readUTF(), in.readNBytes(in.readInt())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return classes;
    }
}

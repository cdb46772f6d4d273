package touchstone.sandbox.compiler;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/// A class file in memory: one of the contract's, or one that is being written.
final class ClassObject extends SimpleJavaFileObject {
    private final String binaryName;
    private byte[] bytes;

    ClassObject(String binaryName, byte[] bytes) {
        // the URI is only an identity; names may hold characters that no URI allows
        super(URI.create("class:///" + Integer.toHexString(binaryName.hashCode()) + ".class"), Kind.CLASS);
        this.binaryName = binaryName;
        this.bytes = bytes;
    }

    String binaryName() {
        return binaryName;
    }

    byte[] bytes() {
        return bytes;
    }

    @Override
    public String getName() {
        return binaryName.replace('.', '/') + ".class";
    }

    @Override
    public boolean isNameCompatible(String simpleName, Kind kind) {
        return kind == Kind.CLASS && binaryName.endsWith(simpleName);
    }

    @Override
    public InputStream openInputStream() {
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public OutputStream openOutputStream() {
        return new ByteArrayOutputStream() {
            @Override
            public void close() {
                bytes = toByteArray();
            }
        };
    }
}

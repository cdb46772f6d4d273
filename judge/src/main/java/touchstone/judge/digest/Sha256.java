package touchstone.judge.digest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A hash under construction. Texts and blocks are preceded by their length, so
/// that no two different sequences of them hash alike.
public final class Sha256 {
    private final MessageDigest digest;

    public Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }

    /// Lower-case hex over the bytes alone, as `sha256sum` prints it.
    public static String of(byte[] bytes) {
        return HexFormat.of().formatHex(raw(bytes));
    }

    public static byte[] raw(byte[] bytes) {
        return new Sha256().digest.digest(bytes);
    }

    public Sha256 text(String text) {
        return block(text.getBytes(StandardCharsets.UTF_8));
    }

    public Sha256 block(byte[] bytes) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, bytes.length));
        digest.update(bytes);
        return this;
    }

    /// Lower-case hex; nothing can be added afterwards.
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}

package touchstone.sandbox.backend;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Writes classic BPF as seccomp takes it. Only what the policy needs: loads of
/// one word, comparisons that skip a fixed number of instructions, returns.
/// Every jump goes forward over one or two instructions, so none can be too long.
final class BpfAssembler {
    private static final int LOAD_WORD = 0x20;
    private static final int AND = 0x54;
    private static final int JUMP_EQUAL = 0x15;
    private static final int JUMP_AT_LEAST = 0x35;
    private static final int RETURN = 0x06;
    private static final int NUMBER_OFFSET = 0;
    private static final int ARCHITECTURE_OFFSET = 4;
    private static final int ARGUMENTS_OFFSET = 16;

    private final ByteArrayOutputStream code = new ByteArrayOutputStream();

    BpfAssembler loadArchitecture() {
        return emit(LOAD_WORD, 0, 0, ARCHITECTURE_OFFSET);
    }

    BpfAssembler loadNumber() {
        return emit(LOAD_WORD, 0, 0, NUMBER_OFFSET);
    }

    /// The lower half of an argument, which is all that the calls we inspect read
    /// of theirs.
    BpfAssembler loadArgument(int index) {
        return emit(LOAD_WORD, 0, 0, ARGUMENTS_OFFSET + 8 * index);
    }

    BpfAssembler mask(int bits) {
        return emit(AND, 0, 0, bits);
    }

    BpfAssembler returnIfEqual(int value, int verdict) {
        return emit(JUMP_EQUAL, 0, 1, value).emit(RETURN, 0, 0, verdict);
    }

    BpfAssembler returnUnlessEqual(int value, int verdict) {
        return emit(JUMP_EQUAL, 1, 0, value).emit(RETURN, 0, 0, verdict);
    }

    /// Unsigned, as all comparisons of BPF.
    BpfAssembler returnIfAtLeast(int value, int verdict) {
        return emit(JUMP_AT_LEAST, 0, 1, value).emit(RETURN, 0, 0, verdict);
    }

    BpfAssembler skipUnlessEqual(int value, int instructions) {
        return emit(JUMP_EQUAL, 0, instructions, value);
    }

    BpfAssembler returnAlways(int verdict) {
        return emit(RETURN, 0, 0, verdict);
    }

    BpfAssembler append(BpfAssembler block) {
        code.writeBytes(block.bytes());
        return this;
    }

    int instructions() {
        return code.size() / 8;
    }

    byte[] bytes() {
        return code.toByteArray();
    }

    private BpfAssembler emit(int operation, int skipIfTrue, int skipIfFalse, int operand) {
        if (skipIfTrue > 255 || skipIfFalse > 255) {
            throw new IllegalStateException("a jump of classic BPF reaches 255 instructions at most");
        }
        code.writeBytes(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) operation)
                .put((byte) skipIfTrue)
                .put((byte) skipIfFalse)
                .putInt(operand)
                .array());
        return this;
    }
}

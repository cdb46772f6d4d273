package touchstone.sandbox.backend;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Interprets a filter as the kernel would; refuses what the kernel's verifier
/// would refuse. Written from the description of classic BPF, not from our
/// assembler, so that the two check each other.
final class BpfMachine {
    private static final int DATA_BYTES = 64;
    private static final int KERNEL_MAXIMUM = 4096;

    private final ByteBuffer code;
    private final int length;

    BpfMachine(byte[] program) {
        code = ByteBuffer.wrap(program).order(ByteOrder.LITTLE_ENDIAN);
        length = program.length / 8;
        if (program.length % 8 != 0 || length == 0 || length > KERNEL_MAXIMUM) {
            throw new IllegalArgumentException("a program of " + program.length + " bytes");
        }
    }

    int instructions() {
        return length;
    }

    /// The verdict about one call.
    int run(int auditToken, int number, long... arguments) {
        var data = ByteBuffer.allocate(DATA_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(number)
                .putInt(auditToken)
                .putLong(0);
        for (var argument : arguments) {
            data.putLong(argument);
        }
        int accumulator = 0;
        for (int at = 0; at < length; at++) {
            int operation = code.getShort(at * 8) & 0xffff;
            int operand = code.getInt(at * 8 + 4);
            switch (operation) {
                case 0x20 -> accumulator = data.getInt(operand);
                case 0x54 -> accumulator &= operand;
                case 0x15 -> at += skip(at, accumulator == operand);
                case 0x35 -> at += skip(at, Integer.compareUnsigned(accumulator, operand) >= 0);
                case 0x06 -> {
                    return operand;
                }
                default -> throw new IllegalStateException("operation " + operation);
            }
        }
        throw new IllegalStateException("the program runs past its end");
    }

    private int skip(int at, boolean jump) {
        return code.get(at * 8 + (jump ? 2 : 3)) & 0xff;
    }
}

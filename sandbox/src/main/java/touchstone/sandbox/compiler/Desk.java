package touchstone.sandbox.compiler;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import touchstone.sandbox.wire.FrameReader;
import touchstone.sandbox.wire.FrameWriter;
import touchstone.sandbox.wire.Kind;
import touchstone.sandbox.wire.OversizeException;
import touchstone.sandbox.wire.Refusal;
import touchstone.sandbox.wire.WireException;

/// Takes a request in, has it compiled, and writes the answer.
final class Desk {
    private static final int NAME_BYTES_MAX = 1 << 16;
    private static final int COUNT_MAX = 1 << 14;
    private static final int ENTRY_BYTES_MIN = 8;

    private final Javac javac;
    private final FrameReader reader;
    private final FrameWriter writer;

    Desk(Javac javac, FrameReader reader, FrameWriter writer) {
        this.javac = javac;
        this.reader = reader;
        this.writer = writer;
    }

    /// Leaves the answer to the frame just read in the writer.
    void answer() throws WireException, OversizeException {
        switch (reader.kind()) {
            case Kind.PING -> pong();
            case Kind.COMPILE -> compile();
            default -> throw new WireException("no request for a compiler");
        }
    }

    private void pong() throws WireException, OversizeException {
        reader.end();
        writer.begin(Kind.RETURNED, reader.callId());
        writer.putByte(0);
        writer.putText("");
        writer.putByte(0);
    }

    private void compile() throws WireException, OversizeException {
        int messagesMax = reader.getCount(Integer.MAX_VALUE, 0);
        List<SourceObject> sources = sources();
        List<ClassObject> contract = contract();
        reader.end();
        try {
            switch (javac.compile(sources, contract, messagesMax)) {
                case Javac.Result.Compiled(var classes, var messages) -> compiled(classes, messages);
                case Javac.Result.Rejected(var messages) -> {
                    writer.begin(Kind.REJECTED, reader.callId());
                    put(messages);
                }
                case Javac.Result.Crashed() -> tooComplex();
            }
        } catch (OversizeException | OutOfMemoryError e) {
            tooComplex();
        }
    }

    private void tooComplex() throws OversizeException {
        writer.begin(Kind.REFUSED, reader.callId());
        writer.putByte(Refusal.TOO_COMPLEX);
    }

    private void compiled(List<ClassObject> classes, List<Message> messages) throws OversizeException {
        writer.begin(Kind.COMPILED, reader.callId());
        writer.putInt(classes.size());
        for (ClassObject each : classes) {
            writer.putText(each.binaryName());
            writer.putBlock(each.bytes());
        }
        put(messages);
    }

    private void put(List<Message> messages) throws OversizeException {
        writer.putInt(messages.size());
        for (Message each : messages) {
            writer.putByte(each.severity());
            writer.putText(each.file());
            writer.putLong(each.place().line());
            writer.putLong(each.place().column());
            writer.putInt(each.place().start());
            writer.putInt(each.place().end());
            writer.putText(each.code());
            writer.putText(each.text());
        }
    }

    private List<SourceObject> sources() throws WireException {
        var sources = new ArrayList<SourceObject>();
        int count = reader.getCount(COUNT_MAX, ENTRY_BYTES_MIN);
        for (int i = 0; i < count; i++) {
            String name = reader.getText(NAME_BYTES_MAX);
            var text = new String(reader.getBlock(Integer.MAX_VALUE), StandardCharsets.UTF_8);
            sources.add(new SourceObject(i, name, text));
        }
        return sources;
    }

    private List<ClassObject> contract() throws WireException {
        var classes = new ArrayList<ClassObject>();
        for (int i = reader.getCount(COUNT_MAX, ENTRY_BYTES_MIN); i > 0; i--) {
            classes.add(new ClassObject(reader.getText(NAME_BYTES_MAX), reader.getBlock(Integer.MAX_VALUE)));
        }
        return classes;
    }
}

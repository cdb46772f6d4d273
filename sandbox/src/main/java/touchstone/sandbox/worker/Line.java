package touchstone.sandbox.worker;

import java.io.IOException;
import java.io.OutputStream;
import touchstone.sandbox.wire.FrameWriter;
import touchstone.sandbox.wire.Kind;
import touchstone.sandbox.wire.OversizeException;
import touchstone.sandbox.wire.Refusal;

/// The way to the judge: sends one answer to each request, whichever thread
/// comes first.
final class Line {
    private final OutputStream out;
    private final FrameWriter writer;
    /// Kept apart from the writer, which the main thread may be filling when
    /// another one has printed too much.
    private final FrameWriter refusal;
    private long callId;
    private boolean open;

    Line(OutputStream out, int frameBytesMax) {
        this.out = out;
        writer = new FrameWriter(frameBytesMax);
        refusal = new FrameWriter(frameBytesMax);
    }

    void hello(int program) throws IOException, OversizeException {
        writer.begin(Kind.HELLO, 0);
        writer.putInt(Kind.VERSION);
        writer.putByte(program);
        writer.send(out);
    }

    synchronized void open(long id) {
        callId = id;
        open = true;
    }

    /// Starts an answer to the open request, or starts it anew.
    FrameWriter begin(int kind) {
        writer.begin(kind, callId);
        return writer;
    }

    synchronized void send() throws IOException {
        open = false;
        writer.send(out);
    }

    void refuse(int reason) throws IOException, OversizeException {
        begin(Kind.REFUSED).putByte(reason);
        send();
    }

    /// Answers the open request, if there is one, with the refusal, and ends the
    /// process: the submission would print for ever.
    synchronized void refuseAndHalt() {
        if (!open) {
            return;
        }
        try {
            refusal.begin(Kind.REFUSED, callId);
            refusal.putByte(Refusal.PRINTED);
            refusal.send(out);
        } catch (IOException | OversizeException e) {
            // the judge sees the end of the stream instead
        } finally {
            Runtime.getRuntime().halt(0);
        }
    }
}

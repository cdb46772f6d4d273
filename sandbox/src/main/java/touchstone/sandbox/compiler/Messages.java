package touchstone.sandbox.compiler;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticListener;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;
import touchstone.sandbox.compiler.Message.Place;
import touchstone.sandbox.wire.Kind;
import touchstone.sandbox.wire.Text;

/// Collects what javac has to say: errors before warnings when there is no room for all.
final class Messages implements DiagnosticListener<JavaFileObject> {
    private static final int MESSAGE_CHARS_MAX = 2048;
    private static final int CODE_CHARS_MAX = 100;

    private final int max;
    private final List<Message> errors = new ArrayList<>();
    private final List<Message> warnings = new ArrayList<>();

    Messages(int max) {
        this.max = max;
    }

    @Override
    public void report(Diagnostic<? extends JavaFileObject> diagnostic) {
        switch (diagnostic.getKind()) {
            case ERROR -> add(errors, Kind.ERROR, diagnostic);
            case WARNING, MANDATORY_WARNING -> add(warnings, Kind.WARNING, diagnostic);
            case NOTE, OTHER -> {
                // "some input files use unchecked operations": nothing a candidate could act on
            }
        }
    }

    private void add(List<Message> list, int severity, Diagnostic<? extends JavaFileObject> diagnostic) {
        if (list.size() == max) {
            return;
        }
        JavaFileObject source = diagnostic.getSource();
        String file = source == null ? "" : source.getName();
        var place = Place.of(diagnostic.getLineNumber(), diagnostic.getColumnNumber(),
                diagnostic.getStartPosition(), diagnostic.getEndPosition());
        list.add(new Message(severity, file, place, shown(diagnostic.getCode(), CODE_CHARS_MAX),
                shown(diagnostic.getMessage(Locale.ENGLISH), MESSAGE_CHARS_MAX)));
    }

    private static String shown(@Nullable String text, int charsMax) {
        return text == null ? "" : Text.clean(Text.cut(text, charsMax));
    }

    void error(String file, Place place, String code, String text) {
        // in front: it explains errors that follow from it
        errors.addFirst(new Message(Kind.ERROR, file, place, code, text));
    }

    boolean hasErrors() {
        return !errors.isEmpty();
    }

    List<Message> all() {
        var all = new ArrayList<Message>(errors);
        all.addAll(warnings);
        return all.subList(0, Math.min(max, all.size()));
    }
}

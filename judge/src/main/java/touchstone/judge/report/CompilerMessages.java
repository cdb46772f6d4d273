package touchstone.judge.report;

import java.util.List;
import touchstone.judge.submission.Submission;
import touchstone.judge.text.Words;
import touchstone.sandbox.Diagnostic;

/// The compiler's messages, each with its source line and a caret below the
/// column.
final class CompilerMessages {
    private static final int SHOWN_MAX = 10;
    private static final int LINE_CHARACTERS_MAX = 160;
    private static final int MESSAGE_CHARACTERS_MAX = 600;

    private final Words words;
    private final Style style;

    CompilerMessages(Words words, Style style) {
        this.words = words;
        this.style = style;
    }

    void append(StringBuilder out, Submission submission, List<Diagnostic> diagnostics) {
        if (diagnostics.isEmpty()) {
            return;
        }
        out.append('\n').append(style.bold(words.say("compiler"))).append('\n');
        diagnostics.stream().limit(SHOWN_MAX).forEach(diagnostic -> message(out, submission, diagnostic));
        if (diagnostics.size() > SHOWN_MAX) {
            out.append("  ").append(words.say("compiler.more", diagnostics.size() - SHOWN_MAX)).append('\n');
        }
    }

    private void message(StringBuilder out, Submission submission, Diagnostic diagnostic) {
        var text = Printable.cut(Printable.text(diagnostic.message().strip()), MESSAGE_CHARACTERS_MAX);
        out.append("  ").append(place(diagnostic)).append(severity(diagnostic)).append(' ');
        out.append(text.replace("\n", "\n    ")).append('\n');
        submission.files()
                .stream()
                .filter(file -> file.name().equals(diagnostic.file()))
                .findFirst()
                .flatMap(file -> file.text().lines().skip(Math.max(0, diagnostic.line() - 1)).findFirst())
                .filter(_ -> diagnostic.line() > 0)
                .ifPresent(line -> quote(out, line, diagnostic));
    }

    private String severity(Diagnostic diagnostic) {
        return switch (diagnostic.severity()) {
            case ERROR -> style.bad(words.say("compiler.error"));
            case WARNING -> style.odd(words.say("compiler.warning"));
        };
    }

    private static String place(Diagnostic diagnostic) {
        var file = Printable.line(diagnostic.file());
        if (diagnostic.line() <= 0) {
            return file.isEmpty() ? "" : file + " ";
        }
        return file + ":" + diagnostic.line() + (diagnostic.column() > 0 ? ":" + diagnostic.column() : "")
                + " ";
    }

    private void quote(StringBuilder out, String line, Diagnostic diagnostic) {
        var number = "%6d".formatted(diagnostic.line());
        out.append(style.faint(number + " │ ")).append(shown(line, line.length())).append('\n');
        int before = (int) Math.min(diagnostic.column() - 1, line.length());
        if (before >= 0 && before < LINE_CHARACTERS_MAX) {
            var indent = " ".repeat(Columns.width(shown(line, before)));
            out.append(style.faint(" ".repeat(number.length()) + " │ ")).append(indent);
            out.append(style.bad("^")).append('\n');
        }
    }

    /// The first characters of a line as they appear on the terminal.
    private static String shown(String line, int characters) {
        var text = Printable.cut(line.substring(0, characters), LINE_CHARACTERS_MAX);
        return Printable.line(text.replace("\t", "    "));
    }
}

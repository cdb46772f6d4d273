package touchstone.sandbox.compiler;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/// javac, with a new context for each compilation.
final class Javac {
    /// String concatenation without indy, because linking it costs a short-lived worker more than
    /// it saves. Lint is limited to what is cheap to find and certainly a slip.
    private static final List<String> OPTIONS = List.of("-proc:none", "-implicit:none", "-g:source,lines",
            "-XDstringConcat=inline", "-Xlint:divzero,empty,finally", "--limit-modules", "java.base",
            "-Xmaxerrs", "100", "-Xmaxwarns", "100");

    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final Platform platform;

    Javac() throws IOException {
        platform = new Platform(
                compiler.getStandardFileManager(null, Locale.ENGLISH, StandardCharsets.UTF_8));
    }

    /// What one compilation has come to.
    sealed interface Result {
        record Compiled(List<ClassObject> classes, List<Message> messages) implements Result {}

        record Rejected(List<Message> messages) implements Result {}

        /// javac crashed, or gave up without telling why.
        record Crashed() implements Result {}
    }

    Result compile(List<SourceObject> sources, List<ClassObject> contract, int messagesMax) {
        var messages = new Messages(messagesMax);
        var files = new CompilationFiles(platform, contract);
        boolean succeeded;
        try {
            var task = (JavacTask) compiler.getTask(Writer.nullWriter(), files, messages, OPTIONS, null,
                    sources);
            task.setLocale(Locale.ENGLISH);
            Packages.watch(task, messages);
            succeeded = task.call();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | AssertionError e) {
            return new Result.Crashed();
        }
        if (messages.hasErrors()) {
            return new Result.Rejected(messages.all());
        }
        return succeeded ? new Result.Compiled(files.written(), messages.all()) : new Result.Crashed();
    }
}

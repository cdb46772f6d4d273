package touchstone.web.serve;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The server's log: one JSON object per line, in files of which the oldest go. Warnings also appear on standard
/// error, as `logback.xml` says for all commands.
final class Logs {
    private static final String FILE_SIZE_MAX = "10MB";
    private static final int FILES_MAX = 9;

    private Logs() {}

    static void into(Path folder) {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        var file = new RollingFileAppender<ILoggingEvent>();
        file.setContext(context);
        file.setFile(folder.resolve("server.jsonl").toString());
        var names = new FixedWindowRollingPolicy();
        names.setContext(context);
        names.setParent(file);
        names.setFileNamePattern(folder.resolve("server.%i.jsonl").toString());
        names.setMaxIndex(FILES_MAX);
        names.start();
        var size = new SizeBasedTriggeringPolicy<ILoggingEvent>();
        size.setContext(context);
        size.setMaxFileSize(FileSize.valueOf(FILE_SIZE_MAX));
        size.start();
        var encoder = new JsonEncoder();
        encoder.setContext(context);
        encoder.setWithFormattedMessage(true);
        encoder.setWithMessage(false);
        encoder.setWithArguments(false);
        encoder.setWithContext(false);
        encoder.start();
        file.setRollingPolicy(names);
        file.setTriggeringPolicy(size);
        file.setEncoder(encoder);
        file.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(file);
        context.getLogger("touchstone").setLevel(Level.INFO);
        context.getLogger("access").setLevel(Level.INFO);
    }
}

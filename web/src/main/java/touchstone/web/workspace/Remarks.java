package touchstone.web.workspace;

import java.util.List;
import java.util.Locale;
import touchstone.judge.report.Explanations;
import touchstone.judge.report.Printable;
import touchstone.sandbox.Diagnostic;
import touchstone.web.page.Exchange;
import touchstone.web.workspace.Messages.Remark;

/// Says what the compiler says, and what it means.
final class Remarks {
    private static final int CHARACTERS_MAX = 1000;

    private Remarks() {}

    static List<Remark> of(List<Diagnostic> diagnostics, Exchange exchange) {
        return diagnostics.stream().map(diagnostic -> of(diagnostic, exchange)).toList();
    }

    private static Remark of(Diagnostic found, Exchange exchange) {
        var message = Printable.cut(Printable.text(found.message().strip()), CHARACTERS_MAX);
        return new Remark(found.severity().name().toLowerCase(Locale.ROOT), found.line(), found.column(),
                found.end(), where(found, exchange), message, Explanations.of(found, exchange.language()));
    }

    private static String where(Diagnostic found, Exchange exchange) {
        if (found.line() <= 0) {
            return "";
        }
        return found.column() > 0 ? exchange.say("workspace.at.column", found.line(), found.column())
                : exchange.say("workspace.at.line", found.line());
    }
}

package touchstone.web.operate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import touchstone.sandbox.Limits;
import touchstone.sandbox.Safeguard;
import touchstone.web.page.Access;
import touchstone.web.page.Exchange;
import touchstone.web.page.Refusal;
import touchstone.web.page.Routes;
import touchstone.web.page.WebWords;
import touchstone.web.store.Account;
import touchstone.web.store.AuditEntry;
import touchstone.web.store.DatabaseAddress;
import touchstone.web.store.Store;

/// Health and figures for machines, the page of the server for owners.
public final class OperateRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(OperateRoutes.class);
    private static final int AUDIT_ROWS = 100;
    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "[::1]", "::1", "0:0:0:0:0:0:0:1",
            "[0:0:0:0:0:0:0:1]");

    private final Store store;
    private final Figures figures;
    private final JudgeState judge;

    public OperateRoutes(Store store, Figures figures, JudgeState judge) {
        this.store = store;
        this.figures = figures;
        this.judge = judge;
    }

    /// What is known of the judge just now.
    @FunctionalInterface
    public interface JudgeState {
        State now();

        /// Whether submissions can be judged.
        ///
        /// @param isolation its name, empty while it is not known
        /// @param safeguards how submissions are kept apart
        /// @param fault why they cannot be, empty if they can
        record State(Phase phase, String isolation, Set<Safeguard> safeguards, String fault) {}

        enum Phase {
            OPENING, READY, FAILED
        }
    }

    public void register(Routes routes) {
        routes.get("/health", Access.PUBLIC, this::health)
                .get("/metrics", Access.PUBLIC, this::metrics)
                .get("/operation", Access.OWNER, this::page)
                .get("/operation/audit", Access.OWNER, this::audit)
                .post("/operation/backup", Access.OWNER, this::backup);
    }

    /// What monitors read.
    record Health(boolean ok, boolean database, String judge) {}

    private void health(Exchange exchange) {
        boolean database = database();
        var phase = judge.now().phase();
        boolean ok = database && phase != JudgeState.Phase.FAILED;
        (ok ? exchange : exchange.unavailable())
                .json(new Health(ok, database, phase.name().toLowerCase(Locale.ROOT)));
    }

    private boolean database() {
        try {
            store.backlog().queued();
            return true;
        } catch (RuntimeException e) {
            LOG.error("the database does not answer", e);
            return false;
        }
    }

    /// For a Prometheus on this machine; strangers need not know how busy a team is.
    private void metrics(Exchange exchange) {
        if (!THIS_MACHINE.contains(exchange.address())) {
            throw Refusal.notFound();
        }
        exchange.text("text/plain; version=0.0.4", figures.text());
    }

    private void page(Exchange exchange) {
        var backlog = store.backlog();
        var state = judge.now();
        exchange.render("operate/operation.peb",
                Map.of("tab", "server", "judge", state, "queued", backlog.queued(), "working",
                        backlog.running(), "candidates", backlog.candidates(), "submissions",
                        backlog.submissions(), "oldest", backlog.oldest(), "embedded",
                        store.address() instanceof DatabaseAddress.Embedded, "limits", Limits.defaults(),
                        "java", Runtime.version().toString()));
    }

    private void audit(Exchange exchange) {
        long before = exchange.query("before")
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .orElse(Long.MAX_VALUE);
        var names = store.accounts().all().stream().collect(Collectors.toMap(Account::id, Account::name));
        var rows = store.audit()
                .latest(before, AUDIT_ROWS)
                .stream()
                .map(entry -> row(entry, names, exchange.words()))
                .toList();
        exchange.render("operate/audit.peb", Map.of("tab", "audit", "rows", rows, "next",
                rows.size() == AUDIT_ROWS ? Optional.of(rows.getLast().entry().id()) : Optional.empty()));
    }

    /// An entry with who did what.
    ///
    /// @param who empty, if nobody was signed in
    /// @param what in words, empty for what we have no words for yet
    public record AuditRow(AuditEntry entry, String who, String what) {}

    private static AuditRow row(AuditEntry entry, Map<Long, String> names, WebWords words) {
        var who = entry.accountId().map(id -> names.getOrDefault(id, "#" + id)).orElse("");
        return new AuditRow(entry, who, what(entry, words));
    }

    private static String what(AuditEntry entry, WebWords words) {
        try {
            return words.say("operate.action." + entry.action());
        } catch (MissingResourceException _) {
            return "";
        }
    }

    private void backup(Exchange exchange) {
        exchange.audit("server.backup", "server", "");
        var file = new ByteArrayOutputStream();
        try {
            store.backup().write(file, exchange.now());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        exchange.download("application/zip",
                "touchstone-" + exchange.now().toString().replace(':', '-') + ".zip", file.toByteArray());
    }
}

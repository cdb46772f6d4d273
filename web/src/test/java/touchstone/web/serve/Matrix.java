package touchstone.web.serve;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import touchstone.web.page.Routes.Route;

/// Who may use which route, written down a second time by hand: a route that is not here is a mistake, and so is one
/// that lets in anybody else.
final class Matrix {
    /// Columns: without a session, Candidate, Viewer, Interviewer, Author, Owner.
    private static final String LINES = """
        S C V I A O  GET  /assets/{file}
        S C V I A O  POST /preferences
        S C V I A O  GET  /
        S C V I A O  GET  /login
        S C V I A O  POST /login
        . . V I A O  POST /logout
        S C V I A O  GET  /setup/{secret}
        S C V I A O  POST /setup/{secret}
        . . V I A O  GET  /account
        . . V I A O  POST /account/name
        . . V I A O  POST /account/password
        . . . . . O  GET  /accounts
        . . . . . O  POST /accounts
        . . . . . O  POST /accounts/{id}/role
        . . . . . O  POST /accounts/{id}/password
        . . . . . O  POST /accounts/{id}/disable
        . . . . . O  POST /accounts/{id}/enable
        . . . . A O  GET  /library
        . . . . A O  GET  /library/questions
        . . . . A O  GET  /library/problems
        . . . . A O  GET  /library/exercises/{id}
        . . . . A O  POST /library/exercises/{id}/verify
        . . . . A O  GET  /library/questions/{id}
        S C V I A O  GET  /i/{token}
        S C V I A O  GET  /link
        . C . . . .  GET  /interview
        . C . . . .  GET  /interview/clock
        . C . . . .  GET  /interview/practice
        . C . . . .  POST /interview/consent
        . C . . . .  POST /interview/start
        . C . . . .  GET  /interview/finish
        . C . . . .  POST /interview/finish
        . C . . . .  GET  /interview/items/{item}
        . C . . . .  POST /interview/items/{item}
        . C . . . .  POST /interview/items/{item}/reading
        . C . . . .  GET  /interview/drafts/{item}
        . C . . . .  PUT  /interview/drafts/{item}
        . C . . . .  GET  /interview/receipts/{submission}
        . C . . . .  GET  /interview/receipts/{submission}/file
        . C . . . .  GET  /interview/report
        . C . . . .  GET  /interview/code/{item}
        . C . . . .  POST /interview/code/{item}
        . C . . . .  POST /interview/code/{item}/diagnostics
        . C . . . .  POST /interview/code/{item}/run
        . C . . . .  GET  /interview/code/{item}/runs/{run}
        . C . . . .  POST /interview/code/{item}/submissions
        . C . . . .  GET  /interview/code/{item}/submissions/{submission}
        . C . . . .  GET  /interview/code/{item}/submissions/{submission}/source
        . C . . . .  GET  /interview/code/{item}/submissions/{submission}/content
        . C . . . .  SSE  /interview/code/{item}/submissions/{submission}/events
        . . V I . O  GET  /interviews
        . . . I . O  GET  /interviews/new
        . . . I . O  POST /interviews/new
        . . . I . O  GET  /interviews/items
        . . V I . O  GET  /interviews/{id}/settings
        . . . I . O  POST /interviews/{id}/settings
        . . . I . O  POST /interviews/{id}/close
        . . . I . O  POST /interviews/{id}/reopen
        . . . I . O  POST /interviews/{id}/delete
        . . V I . O  GET  /interviews/{id}/invitations
        . . . I . O  POST /interviews/{id}/invitations
        . . V I . O  GET  /interviews/{id}/history
        . . V I . O  GET  /interviews/{id}/invitations/{candidate}
        . . . I . O  POST /interviews/{id}/invitations/{candidate}/link
        . . . I . O  POST /interviews/{id}/invitations/{candidate}/revoke
        . . . I . O  POST /interviews/{id}/invitations/{candidate}/restore
        . . . I . O  POST /interviews/{id}/invitations/{candidate}/rename
        . . . I . O  POST /interviews/{id}/invitations/{candidate}/extra
        . . . I . O  POST /interviews/{id}/invitations/{candidate}/end
        . . . I . O  POST /interviews/{id}/invitations/{candidate}/erase
        . . V I . O  GET  /interviews/{id}
        . . V I . O  GET  /interviews/{id}/summary.json
        . . V I . O  GET  /interviews/{id}/compare
        . . V I . O  GET  /interviews/{id}/distributions
        . . V I . O  GET  /interviews/{id}/distributions/{file}
        . . V I . O  GET  /interviews/{id}/export.csv
        . . V I . O  GET  /interviews/{id}/export.xlsx
        . . V I . O  GET  /interviews/{id}/export.json
        . . V I . O  GET  /candidates/{id}/report
        . . V I . O  GET  /candidates/{id}/report.json
        . . V I . O  GET  /candidates/{id}/report.html
        . . V I . O  GET  /candidates/{id}/report.pdf
        . . V I . O  GET  /candidates/{id}/submissions/{submission}
        . . V I . O  GET  /candidates/{id}/submissions/{submission}/file
        . . . I . O  POST /candidates/{id}/notes
        . . . I . O  POST /candidates/{id}/notes/{note}/remove
        . . . I . O  POST /candidates/{id}/items/{item}/decide
        . . . I . O  POST /candidates/{id}/items/{item}/withdraw
        . . . I . O  GET  /reviews
        . . . I . O  GET  /reviews/next
        . . . I . O  GET  /reviews/{submission}
        . . . I . O  POST /reviews/{submission}
        . . . I . O  POST /reviews/{submission}/lock
        . . . I . O  POST /reviews/{submission}/release
        S C V I A O  GET  /health
        S C V I A O  GET  /metrics
        . . . . . O  GET  /operation
        . . . . . O  GET  /operation/audit
        . . . . . O  POST /operation/backup
        """;

    private static final Pattern SPACES = Pattern.compile(" +");

    enum Who {
        STRANGER, CANDIDATE, VIEWER, INTERVIEWER, AUTHOR, OWNER
    }

    private final Map<String, Set<Who>> allowed = new LinkedHashMap<>();

    Matrix() {
        LINES.lines().forEach(line -> {
            var columns = SPACES.splitAsStream(line).iterator();
            var who = EnumSet.noneOf(Who.class);
            for (var one : Who.values()) {
                if (!columns.next().equals(".")) {
                    who.add(one);
                }
            }
            allowed.put(columns.next() + " " + columns.next(), who);
        });
    }

    Set<String> routes() {
        return allowed.keySet();
    }

    boolean allows(Route route, Who who) {
        return allowed.getOrDefault(name(route), Set.of()).contains(who);
    }

    static String name(Route route) {
        return route.method() + " " + route.path();
    }
}

package touchstone.web.interview;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import touchstone.web.grading.Clockwork;
import touchstone.web.grading.Timing;
import touchstone.web.page.Access;
import touchstone.web.page.Exchange;
import touchstone.web.page.Refusal;
import touchstone.web.page.Tokens;
import touchstone.web.store.Candidate;
import touchstone.web.store.Interview;
import touchstone.web.store.Store;

/// Who is invited to an interview, and more of them. A link is shown once, on the page that answers its making, and
/// kept nowhere.
final class Invitations {
    static final int EXTRA_MINUTES_MAX = 480;

    private static final int AT_ONCE_MAX = 200;
    private static final Pattern LINE_END = Pattern.compile("\\R");
    private static final Pattern LOCAL = Pattern
            .compile("https?://(?:localhost|127\\.[\\d.]+|\\[::1])(?::\\d+)?");

    private final Store store;
    private final Tokens tokens;

    Invitations(Store store, Tokens tokens) {
        this.store = store;
        this.tokens = tokens;
    }

    /// A candidate's line.
    public record Row(Candidate candidate, Timing timing) {}

    /// A personal link, while it is shown.
    public record Link(String name, String address) {
        @Override
        public String toString() {
            return "Link";
        }
    }

    /// What was typed.
    ///
    /// @param names one a line
    /// @param repeated whether names that are there already are meant
    private record Form(String names, String extra, boolean repeated) {
        static final Form EMPTY = new Form("", "0", false);

        static Form read(Exchange exchange) {
            return new Form(exchange.formText("names"), exchange.formText("extra").strip(),
                    exchange.form("repeated").isPresent());
        }

        List<String> lines() {
            return LINE_END.splitAsStream(names).map(OneLine::of).filter(name -> !name.isEmpty()).toList();
        }
    }

    void show(Exchange exchange) {
        render(exchange, find(exchange), Form.EMPTY, new Problems(exchange));
    }

    void invite(Exchange exchange) {
        var interview = find(exchange);
        if (interview.closedAt().isPresent()) {
            throw Refusal.conflict("interview.closed.noInvitations");
        }
        var form = Form.read(exchange);
        var problems = problems(form, interview, exchange);
        if (!problems.isEmpty()) {
            render(exchange.unprocessable(), interview, form, problems);
            return;
        }
        int extra = WholeNumber.of(form.extra).orElseThrow();
        var base = exchange.base();
        List<Link> links = store.inTransaction(() -> form.lines()
                .stream()
                .map(name -> add(exchange, interview, name, extra, base))
                .toList());
        showLinks(exchange, interview, links, base);
    }

    private Link add(Exchange exchange, Interview interview, String name, int extra, String base) {
        var token = tokens.draw();
        long candidate = store.candidates()
                .invite(interview.id(), name, Tokens.hash(token), extra, exchange.account().id(),
                        exchange.now());
        exchange.audit("candidate.invite", "candidate:" + candidate,
                extra == 0 ? "" : Integer.toString(extra));
        return new Link(name, address(base, token));
    }

    static String address(String base, String token) {
        return base + "/i/" + token;
    }

    static void showLinks(Exchange exchange, Interview interview, List<Link> links, String base) {
        var all = links.stream()
                .map(link -> link.name + "\t" + link.address)
                .collect(Collectors.joining("\n"));
        exchange.render("interview/links.peb", Map.of("interview", interview, "tab", "invitations", "links",
                links, "all", all, "local", LOCAL.matcher(base).matches(), "base", base));
    }

    private Problems problems(Form form, Interview interview, Exchange exchange) {
        var problems = new Problems(exchange);
        var names = form.lines();
        if (names.isEmpty()) {
            problems.add("names", "interview.problem.noNames");
        } else if (names.size() > AT_ONCE_MAX) {
            problems.add("names", "interview.problem.manyNames", names.size(), AT_ONCE_MAX);
        }
        for (int i = 0; i < names.size(); i++) {
            if (OneLine.tooLong(names.get(i))) {
                problems.add("names", "interview.problem.longName", i + 1, OneLine.CHARACTERS_MAX);
            }
        }
        if (WholeNumber.of(form.extra, 0, EXTRA_MINUTES_MAX).isEmpty()) {
            problems.add("extra", "interview.problem.extra", EXTRA_MINUTES_MAX);
        }
        var repeated = repeated(names, interview);
        if (problems.isEmpty() && !form.repeated && !repeated.isEmpty()) {
            problems.add("repeated", "interview.problem.repeated",
                    String.join(exchange.say("interview.separator"), repeated));
        }
        return problems;
    }

    private List<String> repeated(List<String> names, Interview interview) {
        Set<String> known = store.candidates()
                .ofInterview(interview.id())
                .stream()
                .map(candidate -> candidate.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(HashSet::new));
        var repeated = new ArrayList<String>();
        for (var name : names) {
            if (!known.add(name.toLowerCase(Locale.ROOT)) && !repeated.contains(name)) {
                repeated.add(name);
            }
        }
        return repeated;
    }

    private Interview find(Exchange exchange) {
        return store.interviews().find(exchange.id("id")).orElseThrow(Refusal::notFound);
    }

    private void render(Exchange exchange, Interview interview, Form form, Problems problems) {
        var timings = new Clockwork(store).ofInterview(interview);
        var rows = store.candidates()
                .ofInterview(interview.id())
                .stream()
                .map(candidate -> new Row(candidate, Objects.requireNonNull(timings.get(candidate.id()))))
                .toList();
        var model = new HashMap<String, Object>(Map.of("interview", interview, "tab", "invitations", "rows",
                rows, "names", form.names, "extra", form.extra, "problems", problems, "most", AT_ONCE_MAX,
                "extraMost", EXTRA_MINUTES_MAX, "may", Access.INTERVIEWER.allows(exchange.account().role())));
        exchange.render("interview/invitations.peb", model);
    }
}

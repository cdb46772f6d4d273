package touchstone.web.interview;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import touchstone.judge.digest.Sha256;
import touchstone.web.library.Library;
import touchstone.web.page.Access;
import touchstone.web.page.Exchange;
import touchstone.web.page.Refusal;
import touchstone.web.page.WebWords;
import touchstone.web.store.Interview;
import touchstone.web.store.Store;

/// What an interview asks, for how long and by which weights. The page keeps nothing before somebody saves: its
/// buttons send the whole form and get it back changed.
final class SettingsPage {
    private final Store store;
    private final Library library;
    private final Function<WebWords, ItemWords> describing;
    private final ItemSearch search;

    SettingsPage(Store store, Library library, Function<WebWords, ItemWords> describing, ItemSearch search) {
        this.store = store;
        this.library = library;
        this.describing = describing;
        this.search = search;
    }

    void show(Exchange exchange) {
        var interview = find(exchange);
        render(exchange, interview, Proposal.of(interview, library), new Problems(exchange));
    }

    void change(Exchange exchange) {
        var action = exchange.form("do").orElse("save");
        if (action.equals("save")) {
            save(exchange);
            return;
        }
        var interview = find(exchange);
        if (frozen(interview)) {
            throw Refusal.conflict("interview.frozen");
        }
        var edit = new ProposalEdit(library, exchange);
        var proposal = edit.apply(action, ProposalForm.read(exchange));
        var problems = new ProposalCheck(library, exchange).problems(proposal, false);
        edit.problem().ifPresent(problem -> problems.say("add", problem));
        render(exchange, interview, proposal, problems);
    }

    /// Candidates are locked, so that nobody starts between the question whether somebody has and the change.
    private void save(Exchange exchange) {
        Optional<String> changed = store.inTransaction(() -> {
            boolean frozen = store.candidates()
                    .lockAll(exchange.id("id"))
                    .stream()
                    .anyMatch(candidate -> candidate.startedAt().isPresent());
            return save(exchange, find(exchange), frozen);
        });
        changed.ifPresent(what -> {
            var id = exchange.id("id");
            if (!what.isEmpty()) {
                exchange.audit("interview.change", "interview:" + id, what);
            }
            exchange.redirect("/interviews/" + id + "/settings", "interview.saved");
        });
    }

    /// @return what has changed; nothing if the form is shown again
    private Optional<String> save(Exchange exchange, Interview before, boolean frozen) {
        var current = Proposal.of(before, library);
        var proposal = frozen ? ProposalForm.readFrozen(exchange, current) : ProposalForm.read(exchange);
        var problems = new ProposalCheck(library, exchange).problems(proposal, frozen);
        if (!exchange.formText("version").equals(version(before))) {
            problems.add("form", "interview.problem.changed");
        }
        if (!problems.isEmpty()) {
            render(exchange.unprocessable(), before, proposal, problems);
            return Optional.empty();
        }
        var after = frozen ? Acceptance.ofWhatIsNotFrozen(proposal, before)
                : Acceptance.of(proposal, before, library);
        store.interviews().change(after);
        return Optional.of(Changes.between(before, after));
    }

    private Interview find(Exchange exchange) {
        return store.interviews().find(exchange.id("id")).orElseThrow(Refusal::notFound);
    }

    private boolean frozen(Interview interview) {
        return store.candidates()
                .ofInterview(interview.id())
                .stream()
                .anyMatch(candidate -> candidate.startedAt().isPresent());
    }

    /// Two people who change the same settings see each other's changes before they overwrite them.
    private static String version(Interview interview) {
        return Sha256.of(String.join("\n", interview.title(), interview.plan(), interview.weights(),
                Integer.toString(interview.minutes()), Integer.toString(interview.retentionDays()),
                Boolean.toString(interview.candidateReport())).getBytes(StandardCharsets.UTF_8));
    }

    private void render(Exchange exchange, Interview interview, Proposal proposal, Problems problems) {
        boolean may = Access.INTERVIEWER.allows(exchange.account().role());
        boolean frozen = frozen(interview);
        var view = SettingsView.of(proposal, proposal.plan().resolve(library),
                describing.apply(exchange.words()));
        var model = new HashMap<String, Object>(Map.of("interview", interview, "tab", "settings", "may", may,
                "frozen", frozen, "edits", may && !frozen, "form", proposal, "view", view, "problems",
                problems, "warnings", new ProposalCheck(library, exchange).warnings(proposal), "version",
                version(interview)));
        model.put("presets", library.presets());
        model.put("to", exchange.form("to").flatMap(WholeNumber::of).orElseGet(view::lastWithItems));
        model.put("blueprint", library.blueprints().find(interview.blueprint()));
        model.put("stock", may && !frozen ? search.all(exchange.words()) : List.of());
        model.put("unsaved", !proposal.equals(Proposal.of(interview, library)));
        model.put("creator",
                store.accounts().find(interview.createdBy()).map(account -> account.name()).orElse(""));
        exchange.render("interview/settings.peb", model);
    }
}

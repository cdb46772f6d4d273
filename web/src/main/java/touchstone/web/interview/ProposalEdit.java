package touchstone.web.interview;

import java.util.Optional;
import touchstone.judge.interview.Preset;
import touchstone.web.library.Library;
import touchstone.web.page.Exchange;
import touchstone.web.page.Refusal;

/// What the buttons of the settings' page do to the form: `up:rope`, `remove:q1-03`, `add`, `add:rope`,
/// `preset:research`; `check` changes nothing.
final class ProposalEdit {
    private final Library library;
    private final Exchange exchange;
    private Optional<String> problem = Optional.empty();

    ProposalEdit(Library library, Exchange exchange) {
        this.library = library;
        this.exchange = exchange;
    }

    /// Why nothing was added.
    Optional<String> problem() {
        return problem;
    }

    Proposal apply(String action, Proposal proposal) {
        int colon = action.indexOf(':');
        var verb = colon < 0 ? action : action.substring(0, colon);
        var what = colon < 0 ? "" : action.substring(colon + 1);
        return switch (verb) {
            case "check" -> proposal;
            case "up" -> proposal.movingUp(what);
            case "down" -> proposal.movingDown(what);
            case "remove" -> proposal.with(proposal.plan().removing(what));
            case "add" -> adding(proposal, what.isEmpty() ? exchange.formText("chosen") : what);
            case "preset" -> weighing(proposal, what);
            default -> throw Refusal.badRequest("page.error.badRequest");
        };
    }

    private Proposal adding(Proposal proposal, String id) {
        if (id.isBlank()) {
            return refused(proposal, exchange.say("interview.problem.chooseItem"));
        }
        if (proposal.contains(id)) {
            return refused(proposal, exchange.say("interview.problem.already", id));
        }
        if (library.find(id).isEmpty()) {
            return refused(proposal, exchange.say("interview.problem.noItem"));
        }
        int parts = proposal.plan().parts().size();
        int part = exchange.form("to").flatMap(text -> WholeNumber.of(text, 0, parts - 1)).orElse(parts - 1);
        return proposal.with(proposal.plan().adding(part, id));
    }

    private Proposal refused(Proposal proposal, String why) {
        problem = Optional.of(why);
        return proposal;
    }

    private Proposal weighing(Proposal proposal, String preset) {
        if (preset.equals("blueprint")) {
            return exchange.form("of")
                    .flatMap(library.blueprints()::find)
                    .map(blueprint -> proposal.with(blueprint.weights()))
                    .orElse(proposal);
        }
        return library.presets()
                .stream()
                .filter(one -> one.id().equals(preset))
                .findFirst()
                .map(Preset::weights)
                .map(proposal::with)
                .orElse(proposal);
    }
}

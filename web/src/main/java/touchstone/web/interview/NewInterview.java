package touchstone.web.interview;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.interview.Blueprint;
import touchstone.judge.interview.BlueprintProof;
import touchstone.judge.interview.Entry;
import touchstone.judge.interview.Plan;
import touchstone.web.library.ChosenWeights;
import touchstone.web.library.InterviewPlan;
import touchstone.web.library.Library;
import touchstone.web.page.Exchange;
import touchstone.web.store.Interview;
import touchstone.web.store.Store;

/// From a blueprint to an interview.
final class NewInterview {
    private static final int RETENTION_DAYS = 180;

    private final Store store;
    private final Library library;
    private final RandomGenerator random;

    /// @param random draws seeds, so it must be fit for secrets
    NewInterview(Store store, Library library, RandomGenerator random) {
        this.store = store;
        this.library = library;
        this.random = random;
    }

    /// A blueprint to choose.
    ///
    /// @param usable whether everything that it names is there
    public record Choice(
            Blueprint blueprint,
            long exercises,
            long questions,
            long planned,
            List<Share> shares,
            boolean usable) {}

    /// What a dimension gets.
    ///
    /// @param percent of the minutes of all items
    public record Share(RubricDimension dimension, long percent) {}

    void show(Exchange exchange) {
        render(exchange, "", Optional.empty(), new Problems(exchange));
    }

    void create(Exchange exchange) {
        var title = OneLine.of(exchange.formText("title"));
        var blueprint = exchange.form("blueprint")
                .flatMap(library.blueprints()::find)
                .filter(found -> proof(found).proven());
        var problems = new Problems(exchange);
        ProposalCheck.checkTitle(title, problems);
        if (blueprint.isEmpty()) {
            problems.add("blueprint", "interview.problem.blueprint");
        }
        if (!problems.isEmpty()) {
            render(exchange.unprocessable(), title, blueprint, problems);
            return;
        }
        long id = store.inTransaction(() -> {
            long added = store.interviews().add(interview(exchange, title, blueprint.orElseThrow()));
            exchange.audit("interview.create", "interview:" + added, blueprint.orElseThrow().id());
            return added;
        });
        exchange.redirect("/interviews/" + id + "/settings", "interview.created");
    }

    private Interview interview(Exchange exchange, String title, Blueprint blueprint) {
        var plan = InterviewPlan.of(Plan.of(blueprint, library.stock()));
        return new Interview(0, title, blueprint.id(), plan.json(), blueprint.minutes(),
                ChosenWeights.text(blueprint.weights()), "blueprint", random.nextLong(Long.MAX_VALUE), false,
                RETENTION_DAYS, exchange.account().id(), exchange.now(), Optional.empty());
    }

    private void render(Exchange exchange, String title, Optional<Blueprint> chosen, Problems problems) {
        exchange.render("interview/new.peb",
                Map.of("choices", library.blueprints().all().stream().map(this::choice).toList(), "title",
                        title, "chosen", chosen.map(Blueprint::id).orElse(""), "problems", problems));
    }

    private BlueprintProof proof(Blueprint blueprint) {
        return BlueprintProof.of(blueprint, library.stock());
    }

    private Choice choice(Blueprint blueprint) {
        var proof = proof(blueprint);
        var entries = blueprint.items().map(library::find).flatMap(Optional::stream).toList();
        var shares = Stream.of(RubricDimension.values())
                .map(dimension -> new Share(dimension,
                        Math.round(100 * proof.shares().getOrDefault(dimension, 0.0))))
                .toList();
        return new Choice(blueprint, entries.stream().filter(Entry.Coding.class::isInstance).count(),
                entries.stream().filter(Entry.Asked.class::isInstance).count(), proof.planned().size(),
                shares, proof.proven());
    }
}

package touchstone.web.interview;

import java.util.List;
import java.util.Optional;
import touchstone.judge.authoring.RubricDimension;
import touchstone.web.library.InterviewPlan;
import touchstone.web.library.InterviewPlan.Part;
import touchstone.web.library.Library;
import touchstone.web.library.PlanProblem;
import touchstone.web.page.Exchange;

/// Whether an interview can be held as proposed, told at the fields.
final class ProposalCheck {
    static final int RETENTION_DAYS_MAX = 3_650;

    private final Library library;
    private final Exchange exchange;

    ProposalCheck(Library library, Exchange exchange) {
        this.library = library;
        this.exchange = exchange;
    }

    /// What must be mended.
    Problems problems(Proposal proposal, boolean frozen) {
        var problems = new Problems(exchange);
        checkTitle(proposal.title(), problems);
        if (WholeNumber.of(proposal.retentionDays(), 1, RETENTION_DAYS_MAX).isEmpty()) {
            problems.add("retentionDays", "interview.problem.retention", RETENTION_DAYS_MAX);
        }
        if (!frozen) {
            checkPlan(proposal, problems);
            checkWeights(proposal, problems);
        }
        return problems;
    }

    /// What the team should know and may want.
    Problems warnings(Proposal proposal) {
        var warnings = new Problems(exchange);
        proposal.readWeights()
                .map(weights -> proposal.plan().warnings(library, weights))
                .orElse(List.of())
                .forEach(warning -> warnings.say(warning.item().map(id -> "item:" + id).orElse("coverage"),
                        say(warning)));
        return warnings;
    }

    static void checkTitle(String title, Problems problems) {
        if (title.isEmpty()) {
            problems.add("title", "interview.problem.noTitle");
        } else if (OneLine.tooLong(title)) {
            problems.add("title", "interview.problem.longTitle", OneLine.CHARACTERS_MAX);
        }
    }

    private void checkPlan(Proposal proposal, Problems problems) {
        var minutes = WholeNumber.of(proposal.minutes());
        if (minutes.isEmpty()) {
            problems.add("minutes", "interview.problem.minutes", InterviewPlan.MINUTES_MAX);
        }
        proposal.unread()
                .forEach((field, typed) -> problems.add(field,
                        field.startsWith("part:") ? "interview.problem.talk" : "interview.problem.number",
                        field.startsWith("part:") ? InterviewPlan.MINUTES_MAX
                                : InterviewPlan.ITEM_MINUTES_MAX));
        checkParts(proposal.plan().parts(), problems);
        proposal.plan()
                .problems(library, minutes.orElse(InterviewPlan.MINUTES_MAX))
                .forEach(problem -> problems.say(field(problem), say(problem)));
    }

    private static void checkParts(List<Part> parts, Problems problems) {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).items().isEmpty() && parts.get(i).minutes() > InterviewPlan.MINUTES_MAX) {
                problems.add("part:" + i, "interview.problem.talk", InterviewPlan.MINUTES_MAX);
            }
        }
    }

    private static String field(PlanProblem problem) {
        return problem.item().map(id -> "item:" + id).orElse(switch (problem.key()) {
            case "library.plan.total" -> "minutes";
            default -> "plan";
        });
    }

    private String say(PlanProblem problem) {
        return exchange.say(problem.key(), problem.arguments().toArray());
    }

    private static void checkWeights(Proposal proposal, Problems problems) {
        boolean numbers = true;
        int sum = 0;
        for (var dimension : RubricDimension.values()) {
            Optional<Integer> weight = WholeNumber.of(proposal.weight(dimension), 0, 100);
            if (weight.isEmpty()) {
                problems.add("weight:" + dimension.key(), "interview.problem.weight");
                numbers = false;
            }
            sum += weight.orElse(0);
        }
        if (numbers && sum != 100) {
            problems.add("weights", "interview.problem.weights", sum);
        }
    }
}

package touchstone.web.campaign;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import touchstone.judge.digest.Sha256;
import touchstone.judge.interview.Weights;
import touchstone.web.grading.CandidateSummary;
import touchstone.web.grading.Gradings;
import touchstone.web.library.ChosenWeights;
import touchstone.web.library.InterviewPlan;
import touchstone.web.library.Library;
import touchstone.web.library.ResolvedPlan.ResolvedItem;
import touchstone.web.page.Exchange;
import touchstone.web.page.Refusal;
import touchstone.web.store.Candidate;
import touchstone.web.store.Interview;
import touchstone.web.store.Store;

/// An interview with all its candidates.
///
/// @param blind whether codes stand in the place of names
/// @param entrants in the order of their invitations, or of their codes
record Campaign(
        Interview interview,
        List<ResolvedItem> items,
        Weights weights,
        boolean blind,
        List<Entrant> entrants) {
    private static final int CODE_LENGTH = 8;

    Campaign {
        items = List.copyOf(items);
        entrants = List.copyOf(entrants);
    }

    /// A candidate under the name that is shown.
    record Entrant(String name, CandidateSummary summary) {
        long id() {
            return summary.candidate().id();
        }

        boolean ended() {
            return summary.candidate().state() == Candidate.State.ENDED;
        }
    }

    /// Reads them for one answer.
    record Source(Store store, Library library, Gradings gradings) {
        Campaign read(Exchange exchange) {
            var interview = store.interviews().find(exchange.id("id")).orElseThrow(Refusal::notFound);
            boolean blind = exchange.query("blind").filter("1"::equals).isPresent();
            var entrants = gradings.summary(interview)
                    .stream()
                    .map(one -> new Entrant(name(interview, one.candidate(), blind), one))
                    // the order of invitations could tell who is who
                    .sorted(blind ? Comparator.comparing(Entrant::name) : (_, _) -> 0)
                    .toList();
            return new Campaign(interview, InterviewPlan.read(interview.plan()).resolve(library).items(),
                    ChosenWeights.of(interview, library).weights(), blind, entrants);
        }
    }

    /// Those whose results stand, whether or not something of them waits for a review.
    List<Entrant> ended() {
        return entrants.stream().filter(Entrant::ended).toList();
    }

    /// For addresses of pages about the same campaign: `?blind=1` or nothing.
    String suffix() {
        return blind ? "?blind=1" : "";
    }

    private static String name(Interview interview, Candidate candidate, boolean blind) {
        return blind ? code(interview.seed(), candidate.id()) : candidate.name();
    }

    /// Whoever does not know the interview's secret seed cannot compute it from a candidate's number.
    private static String code(long seed, long candidate) {
        var secret = "campaign/" + seed + "/" + candidate;
        return "C-" + Sha256.of(secret.getBytes(StandardCharsets.UTF_8))
                .substring(0, CODE_LENGTH)
                .toUpperCase(Locale.ROOT);
    }
}

package touchstone.judge.batch.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import touchstone.judge.batch.KeptBatch;
import touchstone.judge.batch.Manifest;
import touchstone.judge.batch.Manifest.Entrant;
import touchstone.judge.interview.Evidence;
import touchstone.judge.interview.Fraction;
import touchstone.judge.interview.InterviewScore;
import touchstone.judge.interview.Item;
import touchstone.judge.interview.Standing;

/// All applicants of a batch with what they came to, the highest total first.
public final class Ranking {
    private final KeptBatch batch;
    private final List<Place> places;
    /// Who handed in the same bytes, by exercise and hash.
    private final Map<String, List<String>> same = new HashMap<>();

    /// An applicant's place.
    ///
    /// @param number from 1, of nobody else
    /// @param rank from 1, shared by equal totals; empty without a total
    public record Place(int number, Optional<Integer> rank, Entrant entrant, Graded graded) {}

    private Ranking(KeptBatch batch, List<Place> places) {
        this.batch = batch;
        this.places = List.copyOf(places);
        for (var entrant : batch.manifest().applicants()) {
            entrant.sources()
                    .forEach((exercise, hash) -> same
                            .computeIfAbsent(exercise + " " + hash, _ -> new ArrayList<>())
                            .add(entrant.id()));
        }
    }

    public static Ranking of(KeptBatch batch) {
        var graded = new ArrayList<Place>();
        for (var entrant : batch.manifest().applicants()) {
            graded.add(new Place(0, Optional.empty(), entrant,
                    Graded.of(entrant.id(), entrant.name(), score(batch, entrant))));
        }
        graded.sort(Comparator
                .comparing((Place place) -> place.graded.total().orElse(Fraction.ZERO),
                        Comparator.reverseOrder())
                .thenComparing(place -> place.graded.total().isEmpty())
                .thenComparing(place -> place.graded.id()));
        var places = new ArrayList<Place>();
        for (var place : graded) {
            int number = places.size() + 1;
            var rank = places.stream()
                    .skip(Math.max(0, number - 2))
                    .filter(before -> before.graded.total().equals(place.graded.total()))
                    .map(Place::rank)
                    .findFirst()
                    .orElse(Optional.of(number));
            places.add(
                    new Place(number, place.graded.total().flatMap(_ -> rank), place.entrant, place.graded));
        }
        return new Ranking(batch, places);
    }

    private static InterviewScore score(KeptBatch batch, Entrant entrant) {
        return InterviewScore.of(batch.manifest().weights(), batch.manifest()
                .items()
                .stream()
                .map(item -> Evidence.of(item, standing(batch, entrant, item), at(batch, entrant, item)))
                .toList());
    }

    /// What could not be read is no zero, because whoever handed it in may have done everything right.
    private static Standing standing(KeptBatch batch, Entrant entrant, Item item) {
        var key = entrant.keys().get(item.id());
        if (key != null) {
            return batch.standing(key).orElseGet(() -> new Standing.Pending(true));
        }
        if (item.version().isEmpty()) {
            return new Standing.Missing();
        }
        return entrant.blocked() ? new Standing.Pending(false) : new Standing.NoAnswer();
    }

    private static Instant at(KeptBatch batch, Entrant entrant, Item item) {
        return Optional.ofNullable(entrant.keys().get(item.id()))
                .flatMap(batch::gradedAt)
                .orElse(batch.manifest().startedAt());
    }

    KeptBatch batch() {
        return batch;
    }

    Manifest manifest() {
        return batch.manifest();
    }

    public List<Place> places() {
        return places;
    }

    public List<Graded> graded() {
        return places.stream().map(Place::graded).toList();
    }

    /// The score with its evidence, made anew, for nobody could hold those of all.
    InterviewScore score(Entrant entrant) {
        return score(batch, entrant);
    }

    /// Others whose source for the exercise is the same, byte for byte.
    List<String> sameAs(Entrant entrant, String exercise) {
        return same.getOrDefault(exercise + " " + entrant.sources().get(exercise), List.of())
                .stream()
                .filter(id -> !id.equals(entrant.id()))
                .toList();
    }

    /// Items in which we failed, over all applicants.
    public long ours() {
        return manifest().applicants()
                .stream()
                .flatMap(one -> one.keys().values().stream())
                .filter(key -> batch.standing(key).filter(Standing.JudgeError.class::isInstance).isPresent())
                .count();
    }
}

package touchstone.judge.certify;

import java.util.List;
import java.util.stream.Stream;

/// Everything that was to be proven about one exercise.
///
/// @param exercise its id
/// @param mutations of its accepted submissions; empty when none were tried
public record ExerciseProof(String exercise, List<Proof> proofs, List<Mutation> mutations) {
    public ExerciseProof {
        proofs = List.copyOf(proofs);
        mutations = List.copyOf(mutations);
    }

    static ExerciseProof none(String exercise) {
        return new ExerciseProof(exercise, List.of(), List.of());
    }

    static ExerciseProof of(Proof proof) {
        return new ExerciseProof(proof.exercise(), List.of(proof), List.of());
    }

    ExerciseProof plus(ExerciseProof other) {
        return new ExerciseProof(exercise, Stream.concat(proofs.stream(), other.proofs.stream()).toList(),
                Stream.concat(mutations.stream(), other.mutations.stream()).toList());
    }

    public boolean holds() {
        return !proofs.isEmpty() && proofs.stream().allMatch(Proof::holds);
    }

    public List<Proof> of(Proof.Kind kind) {
        return proofs.stream().filter(proof -> proof.kind() == kind).toList();
    }

    public long count(Mutation.Fate fate) {
        return mutations.stream().filter(mutation -> mutation.fate() == fate).count();
    }
}

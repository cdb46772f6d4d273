package touchstone.web.author;

import java.util.Optional;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.exercise.Exercise;
import touchstone.web.store.Certificate;

/// An exercise in the table.
///
public record ExerciseRow(Exercise exercise, Optional<Certificate> certificate, CertificateState state) {
    /// Whether the exercise is proven as it is now.
    public enum CertificateState {
        CERTIFIED, FAILED, STALE, UNCERTIFIED;

        /// What the style sheet calls it.
        public String mark() {
            return switch (this) {
                case CERTIFIED -> "certified";
                case FAILED -> "error";
                case STALE -> "stale";
                case UNCERTIFIED -> "uncertified";
            };
        }
    }

    /// Percent that it counts for this dimension.
    public int share(RubricDimension dimension) {
        return exercise.rubric().getOrDefault(dimension, 0);
    }

    static ExerciseRow of(Exercise exercise, Optional<Certificate> certificate) {
        var state = certificate.map(known -> {
            if (!known.version().equals(exercise.hash())) {
                return CertificateState.STALE;
            }
            return known.failed() == 0 ? CertificateState.CERTIFIED : CertificateState.FAILED;
        }).orElse(CertificateState.UNCERTIFIED);
        return new ExerciseRow(exercise, certificate, state);
    }
}

package touchstone.web.report;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import touchstone.judge.report.JudgingRecord;
import touchstone.web.grading.ItemDetails.HandedIn;

/// Reads what was kept of judgings.
final class Readings {
    private static final Logger LOG = LoggerFactory.getLogger(Readings.class);

    private Readings() {}

    static Optional<RunView> run(HandedIn one, Voice voice) {
        return record(one).map(record -> RunView.of(one, record, voice));
    }

    /// A record that cannot be read any more must not take the whole report with it: the score stands elsewhere.
    private static Optional<JudgingRecord> record(HandedIn one) {
        return one.judging().flatMap(judging -> judging.record()).flatMap(json -> {
            try {
                return Optional.of(JudgingRecord.parse(json));
            } catch (IllegalArgumentException e) {
                LOG.warn("the record of submission {} cannot be read: {}", one.submission().id(),
                        e.getMessage());
                return Optional.empty();
            }
        });
    }
}

package touchstone.judge.batch;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import touchstone.judge.batch.intake.Finding;
import touchstone.judge.batch.intake.Layout;
import touchstone.judge.interview.Item;
import touchstone.judge.interview.Weights;
import touchstone.judge.report.Printable;
import touchstone.judge.text.Text;

/// What a batch is about, as it lies beside its results: enough to make the reports without the upload.
///
/// @param source where the upload was read
/// @param interview id of the blueprint, empty where exercises alone are graded
/// @param title of the blueprint
/// @param others findings about nobody in particular
public record Manifest(
        String format,
        int version,
        Instant startedAt,
        String source,
        Layout layout,
        Optional<String> interview,
        Optional<Text> title,
        Optional<String> onlyExercise,
        long seed,
        Weights weights,
        List<Item> items,
        List<Entrant> applicants,
        List<Finding> others) {
    public static final String FORMAT = "touchstone-batch";
    public static final int VERSION = 1;

    private static final JsonMapper MAPPER = JsonMapper.shared();

    public Manifest {
        items = List.copyOf(items);
        applicants = List.copyOf(applicants);
        others = List.copyOf(others);
    }

    /// An applicant without what they handed in.
    ///
    /// @param keys of the judgings of what was handed in, by item
    /// @param sources hashes of the code that was handed in, by exercise
    public record Entrant(
            String id,
            String name,
            Map<String, String> keys,
            Map<String, String> sources,
            List<Finding> findings) {
        public Entrant {
            keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
            sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
            findings = List.copyOf(findings);
        }

        /// Whether something of theirs could not be read, so that what is missing may be no zero.
        public boolean blocked() {
            return findings.stream()
                    .anyMatch(finding -> finding.grave() && finding.reason() != Finding.Reason.NOT_UTF8);
        }
    }

    /// All that was not used, of nobody in particular and of applicants.
    public Stream<Finding> findings() {
        return Stream.concat(others.stream(), applicants.stream().flatMap(one -> one.findings().stream()));
    }

    String json() {
        return Printable.text(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(this)) + "\n";
    }

    /// @throws IllegalArgumentException when this is no manifest
    static Manifest parse(String json) {
        try {
            var manifest = MAPPER.readValue(json, Manifest.class);
            if (!FORMAT.equals(manifest.format) || manifest.version != VERSION) {
                throw new IllegalArgumentException(
                        "another format: " + manifest.format + " " + manifest.version);
            }
            return manifest;
        } catch (JacksonException e) {
            throw new IllegalArgumentException("no manifest: " + e.getOriginalMessage(), e);
        }
    }
}

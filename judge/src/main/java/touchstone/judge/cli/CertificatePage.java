package touchstone.judge.cli;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import touchstone.judge.certify.ExerciseProof;
import touchstone.judge.certify.Mutation;
import touchstone.judge.certify.Mutation.Fate;
import touchstone.judge.certify.Proof;
import touchstone.judge.exercise.Exercise;
import touchstone.judge.text.Language;
import touchstone.judge.text.Words;

/// The certificates of exercises as one page that needs nothing else.
final class CertificatePage {
    private static final int VERSION_CHARACTERS = 12;
    private static final String TEXTS = "verify.page.";

    private CertificatePage() {}

    /// An exercise, as the template shows it.
    ///
    /// @param claims a sentence for each kind of proof
    /// @param failures what does not hold: subject and detail
    /// @param samples names of those that are judged, by their folder
    /// @param lines mutants by submission and line
    public record Row(
            Exercise exercise,
            ExerciseProof proof,
            String title,
            String version,
            List<String> claims,
            List<Proof> failures,
            List<Group<String>> samples,
            List<Group<Line>> lines,
            List<Mutation> equivalent,
            List<Mutation> survivors) {}

    /// What belongs to one folder or file.
    public record Group<T>(String name, List<T> members) {
        static <T> List<Group<T>> of(Map<String, List<T>> groups) {
            return groups.entrySet()
                    .stream()
                    .map(group -> new Group<>(group.getKey(), group.getValue()))
                    .toList();
        }
    }

    /// A line of an accepted submission with what became of its mutants.
    public record Line(int number, String code, long killed, long equivalent, long survived) {}

    static String html(Certificate certificate, Words words) {
        var loader = new ClasspathLoader(CertificatePage.class.getClassLoader());
        loader.setPrefix("touchstone/judge/cli");
        var engine = new PebbleEngine.Builder().loader(loader).strictVariables(true).build();
        var page = new StringWriter();
        try {
            engine.getTemplate("certificates.peb")
                    .evaluate(page,
                            Map.of("t", texts(words), "lang",
                                    words.language() == Language.ZH ? "zh-CN" : "en", "certificate",
                                    certificate, "rows", rows(certificate, words), "summary",
                                    words.say("verify.summary", certificate.exercises().size(),
                                            certificate.holding(), certificate.claims())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return page.toString();
    }

    /// By what follows the prefix, for Pebble passes no variable arguments.
    private static Map<String, String> texts(Words words) {
        return words.bundle()
                .keySet()
                .stream()
                .filter(key -> key.startsWith(TEXTS))
                .collect(Collectors.toMap(key -> key.substring(TEXTS.length()), words::say));
    }

    private static List<Row> rows(Certificate certificate, Words words) {
        return IntStream.range(0, certificate.exercises().size())
                .mapToObj(i -> row(certificate.exercises().get(i), certificate.proofs().get(i), words))
                .toList();
    }

    private static Row row(Exercise exercise, ExerciseProof proof, Words words) {
        var claims = Arrays.stream(Proof.Kind.values())
                .map(proof::of)
                .filter(proofs -> !proofs.isEmpty())
                .map(proofs -> Certificate.sentence(proofs, proof, words))
                .toList();
        var samples = proof.of(Proof.Kind.SAMPLE)
                .stream()
                .map(Proof::subject)
                .collect(Collectors.groupingBy(name -> name.substring(0, name.indexOf('/')), TreeMap::new,
                        Collectors.mapping(name -> name.substring(name.indexOf('/') + 1),
                                Collectors.toList())));
        return new Row(exercise, proof, exercise.title().in(words.language()),
                words.say("verify.page.version", exercise.hash().substring(0, VERSION_CHARACTERS)), claims,
                proof.proofs().stream().filter(one -> !one.holds()).toList(), Group.of(samples), lines(proof),
                mutants(proof, Fate.EQUIVALENT), mutants(proof, Fate.SURVIVED));
    }

    private static List<Mutation> mutants(ExerciseProof proof, Fate fate) {
        return proof.mutations().stream().filter(one -> one.fate() == fate).toList();
    }

    private static List<Group<Line>> lines(ExerciseProof proof) {
        return Group.of(proof.mutations()
                .stream()
                .collect(Collectors.groupingBy(Mutation::submission, TreeMap::new,
                        Collectors.collectingAndThen(
                                Collectors.groupingBy(Mutation::line, TreeMap::new, Collectors.toList()),
                                lines -> lines.values().stream().map(CertificatePage::line).toList()))));
    }

    private static Line line(List<Mutation> mutants) {
        var first = mutants.getFirst();
        return new Line(first.line(), first.code(), count(mutants, Fate.KILLED),
                count(mutants, Fate.EQUIVALENT), count(mutants, Fate.SURVIVED));
    }

    private static long count(List<Mutation> mutants, Fate fate) {
        return mutants.stream().filter(one -> one.fate() == fate).count();
    }
}

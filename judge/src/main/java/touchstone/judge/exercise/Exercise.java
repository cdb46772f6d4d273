package touchstone.judge.exercise;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.text.Text;
import touchstone.judge.yaml.Problem;
import touchstone.sandbox.BoxSpec;
import touchstone.sandbox.Limits;

/// An exercise as read from its folder, checked and complete.
///
/// @param folder where it was read from
/// @param id the folder's name: `magnitude-prune`
/// @param level 1 (warm-up) to 5 (research)
/// @param minutes its time in an interview, and its weight in the total
/// @param rubric share of each dimension in percent, summing to 100; absent means none
/// @param statement Markdown with LaTeX between dollar signs
/// @param starter what the editor opens with
/// @param about names of the groups of tests
/// @param sources papers and code the definition rests on
/// @param equivalentMutants of accepted submissions, which no test can kill
/// @param hash over everything that can change a verdict: contract, suite, exercise.yaml
public record Exercise(
        Path folder,
        String id,
        Text title,
        String topic,
        int level,
        int minutes,
        Map<RubricDimension, Integer> rubric,
        Limits limits,
        BoxSpec.Jit jit,
        Text statement,
        String contractSource,
        String suiteSource,
        String starter,
        Map<String, Text> about,
        List<String> sources,
        List<EquivalentMutant> equivalentMutants,
        String hash) {
    public Exercise {
        rubric = Map.copyOf(rubric);
        about = Map.copyOf(about);
        sources = List.copyOf(sources);
        equivalentMutants = List.copyOf(equivalentMutants);
    }

    /// Simple name of the contract, `MagnitudePrune`, in package `exercise`; the suite is
    /// `exercise.hidden.MagnitudePruneSuite`.
    public String contractName() {
        return contractName(id);
    }

    /// A problem with a key of `about`, found by whoever knows the suite.
    public Problem problemAbout(String key, String message) {
        var file = folder.resolve("exercise.yaml");
        return new Problem(file, Manifest.aboutLine(file, key), message);
    }

    static String contractName(String id) {
        return Pattern.compile("(?:^|-)(.)")
                .matcher(id)
                .replaceAll(start -> start.group(1).toUpperCase(Locale.ROOT));
    }
}

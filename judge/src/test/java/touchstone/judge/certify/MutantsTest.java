package touchstone.judge.certify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pitest.mutationtest.engine.MutationDetails;
import touchstone.judge.Toys;
import touchstone.judge.Trials;
import touchstone.judge.certify.Mutation.Fate;
import touchstone.judge.certify.Proof.Kind;
import touchstone.judge.compile.Cache;
import touchstone.judge.compile.Suites;
import touchstone.judge.run.SuiteRun;
import touchstone.judge.run.TestResult;
import touchstone.judge.run.Verdict;
import touchstone.judge.submission.Submissions;
import touchstone.sandbox.ByteSize;
import touchstone.sandbox.ClassFile;
import touchstone.sandbox.Usage;

/// Tries mutants of submissions to an exercise whose suite only adds 1 to 2 and -1 to -2.
class MutantsTest {
    private static final Path SUM = Path
            .of("src/test/resources/touchstone/judge/cli/exercises/sums/pair-sum");
    /// One change on its first line goes unnoticed, for no test adds large numbers.
    private static final String GUARDED = """
        public class Solution implements exercise.PairSum {
            public int sum(int a, int b) {
                if (a == 1_000) {
                    return b + 1_000;
                }
                return a + b;
            }
        }
        """;

    @TempDir
    private Path root = Path.of("");
    private Path folder = Path.of("");

    @BeforeEach
    void copy() throws IOException {
        folder = Files.createDirectories(root.resolve("exercises/sums/pair-sum"));
        try (var files = Files.walk(SUM)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var target = folder.resolve(SUM.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    @Test
    void mutants_that_all_die_prove_the_suite() {
        var proof = certify();
        assertThat(proof.of(Kind.MUTANTS)).singleElement().returns("accepted/plus.java", Proof::subject);
        assertThat(proof.holds()).isTrue();
        assertThat(proof.mutations()).isNotEmpty()
                .allSatisfy(mutation -> assertThat(mutation).returns(3, Mutation::line)
                        .returns("return a + b;", Mutation::code)
                        .returns(Fate.KILLED, Mutation::fate))
                .allSatisfy(mutation -> assertThat(mutation.detail()).isIn("one_and_two", "below_zero"))
                .extracting(Mutation::change)
                .contains("Replaced integer addition with subtraction");
    }

    @Test
    void a_mutant_that_no_test_notices_is_told_with_its_line() throws IOException {
        accept("guarded.java", GUARDED);
        var proof = certify();
        assertThat(proof.holds()).isFalse();
        assertThat(proof.of(Kind.MUTANTS)).filteredOn(one -> !one.holds())
                .singleElement()
                .returns("accepted/guarded.java", Proof::subject)
                .satisfies(one -> assertThat(one.detail())
                        .contains("line 4: Replaced integer addition with subtraction: return b + 1_000;"));
    }

    @Test
    void a_survivor_is_excused_once_with_a_reason_and_an_idle_excuse_is_a_mistake() throws IOException {
        accept("guarded.java", GUARDED);
        var survivors = certify().mutations().stream().filter(one -> one.fate() == Fate.SURVIVED).toList();
        var excuses = new StringBuilder("\nequivalentMutants:\n");
        survivors.forEach(one -> excuses.append(excuse(one.code(), one.change())));
        append("exercise.yaml", excuses.toString());
        assertThat(certify().mutations()).filteredOn(one -> one.fate() == Fate.EQUIVALENT)
                .hasSameSizeAs(survivors)
                .allMatch(one -> one.detail().equals("the same"));
        assertThat(certify().holds()).isTrue();
        append("exercise.yaml", excuse("return a + b;", "Replaced integer addition with subtraction"));
        assertThat(certify().of(Kind.MUTANTS)).filteredOn(one -> !one.holds())
                .singleElement()
                .satisfies(one -> assertThat(one.detail())
                        .endsWith("excuses a mutant that dies or does not exist"));
    }

    private static String excuse(String code, String change) {
        return "- {submission: accepted/guarded.java, code: '%s', change: '%s', reason: the same}\n"
                .formatted(code, change);
    }

    @Test
    void a_mutant_that_only_waited_for_a_core_is_tried_again_with_all_its_time() {
        var exercise = Toys.exercise(folder);
        var suite = suites().of(exercise);
        assertThat(fates(new Late(suite, Duration.ofMillis(10)))).containsOnly(Fate.SURVIVED);
        assertThat(fates(new Late(suite, Duration.ofSeconds(9)))).containsOnly(Fate.KILLED);
    }

    private List<Fate> fates(Trials trials) {
        return certify(trials).mutations().stream().map(Mutation::fate).toList();
    }

    /// Every mutant is late when its time is short, and right when it is not.
    private static final class Late extends DirectTrials {
        private final Duration worked;

        Late(touchstone.judge.compile.Suite suite, Duration worked) {
            super(suite);
            this.worked = worked;
        }

        @Override
        public SuiteRun run(Trial trial) {
            if (trial.call().isEmpty() && !trial.whole()) {
                return new SuiteRun(List.of(), Usage.NONE, Duration.ZERO);
            }
            var late = new TestResult("a_test", "example", Optional.empty(), false, 100,
                    Verdict.TIME_LIMIT_EXCEEDED, "", null, null, null, "", Duration.ZERO);
            return trial.whole() ? super.run(trial)
                    : new SuiteRun(List.of(late), new Usage(worked, new ByteSize(0)), Duration.ZERO);
        }
    }

    @Test
    void what_the_compiler_adds_is_not_mutated() {
        var mutants = mutants(compiled("""
            public class Solution implements exercise.PairSum {
                enum Sign { PLUS, MINUS }
                record Pair(int left, int right) {
                    int total() {
                        return left + right;
                    }
                }
                public int sum(int a, int b) {
                    java.util.function.IntUnaryOperator add = x -> x + b;
                    return new Pair(add.applyAsInt(a), Sign.PLUS.ordinal()).total();
                }
            }
            """));
        assertThat(mutants.all()).extracting(MutationDetails::getMethod)
                .contains("total", "sum")
                .anyMatch(method -> method.startsWith("lambda$"))
                .doesNotContain("left", "right", "toString", "hashCode", "equals", "values", "valueOf",
                        "$values");
    }

    @Test
    void a_mutant_differs_in_one_class() {
        var classes = compiled("""
            public class Solution implements exercise.PairSum {
                public int sum(int a, int b) {
                    return Other.sum(a, b);
                }
            }
            class Other {
                static int sum(int a, int b) {
                    return a + b;
                }
            }
            """);
        var mutants = mutants(classes);
        assertThat(mutants.all()).isNotEmpty().allSatisfy(mutant -> {
            var mutated = mutants.with(mutant);
            assertThat(mutated).extracting(ClassFile::name).containsExactly("Solution", "Other");
            assertThat(mutated).filteredOn(type -> !classes.contains(type))
                    .singleElement()
                    .returns(mutant.getClassName().asJavaName(), ClassFile::name);
        });
    }

    @Test
    void types_of_the_platform_and_of_the_contract_may_meet() {
        var mutants = mutants(compiled("""
            public class Solution implements exercise.PairSum {
                public int sum(int a, int b) {
                    exercise.PairSum other = a > 0 ? this : new Other();
                    Iterable<Integer> both = a > b ? java.util.List.of(a, b) : java.util.Set.of(b, a);
                    int total = 0;
                    for (int one : both) {
                        total += one;
                    }
                    return other == null ? 0 : total;
                }
            }
            class Other implements exercise.PairSum {
                public int sum(int a, int b) {
                    return 0;
                }
            }
            """));
        assertThat(mutants.all()).hasSizeGreaterThan(5)
                .allSatisfy(mutant -> assertThat(mutants.with(mutant)).hasSize(2));
    }

    private Mutants mutants(List<ClassFile> classes) {
        return Mutants.of(classes, suites().of(Toys.exercise(folder)).contractClasses());
    }

    @Test
    void what_was_proven_is_not_proven_again_until_something_changes() throws IOException {
        var kept = KeptProofs.in(new Cache(root.resolve("cache")));
        var first = certifier(trials(), kept).certify(List.of(Toys.exercise(folder)), SCOPE, (_, _) -> {});
        var heard = new java.util.concurrent.atomic.AtomicInteger();
        assertThat(certifier(trials(), kept).certify(List.of(Toys.exercise(folder)), SCOPE,
                (_, _) -> heard.incrementAndGet())).isEqualTo(first);
        assertThat(heard).hasValue(0);
        accept("guarded.java", GUARDED);
        certifier(trials(), kept).certify(List.of(Toys.exercise(folder)), SCOPE,
                (_, _) -> heard.incrementAndGet());
        int failed = heard.getAndSet(0);
        certifier(trials(), kept).certify(List.of(Toys.exercise(folder)), SCOPE,
                (_, _) -> heard.incrementAndGet());
        assertThat(heard).hasValue(failed); // what does not hold is not kept
        assertThat(failed).isPositive();
    }

    private static final Certifier.Scope SCOPE = new Certifier.Scope(1, 2, true);

    private ExerciseProof certify() {
        return certify(trials());
    }

    private ExerciseProof certify(Trials trials) {
        return certifier(trials, KeptProofs.none())
                .certify(List.of(Toys.exercise(folder)), SCOPE, (_, _) -> {})
                .getFirst();
    }

    private Certifier certifier(Trials trials, KeptProofs kept) {
        return new Certifier(trials, suites()::of, kept, 1);
    }

    private Trials trials() {
        return new DirectTrials(suites().of(Toys.exercise(folder)));
    }

    private Suites suites() {
        return new Suites(new Cache(root.resolve("cache")));
    }

    private List<ClassFile> compiled(String source) {
        var submission = Submissions.of("Solution.java", source.getBytes(StandardCharsets.UTF_8));
        return ((touchstone.sandbox.Compilation.Compiled) trials().compile(submission, Toys.exercise(folder)))
                .classes();
    }

    private void accept(String name, String source) throws IOException {
        Files.writeString(folder.resolve("submissions/accepted").resolve(name), source);
    }

    private void append(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text, StandardOpenOption.APPEND);
    }
}

package touchstone;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The arrows of docs/ARCHITECTURE.md. It lives in the topmost module because only that one sees every class.
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("touchstone");

    /// A rule over no classes holds always. These are well below what exists, and far above nothing.
    @ParameterizedTest
    @CsvSource({"touchstone.sandbox, 40", "touchstone.judge, 60", "touchstone.web, 1"})
    void enough_classes_were_seen(String module, int atLeast) {
        assertThat(CLASSES.stream().filter(type -> type.getPackageName().startsWith(module)))
                .hasSizeGreaterThanOrEqualTo(atLeast);
    }

    @Test
    void the_sandbox_knows_nobody_above_it() {
        noClasses().that(resideInAnyPackage("touchstone.sandbox.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage("touchstone.judge..", "touchstone.web.."))
                .check(CLASSES);
    }

    @Test
    void the_judge_knows_nobody_above_it() {
        noClasses().that(resideInAnyPackage("touchstone.judge.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage("touchstone.web.."))
                .check(CLASSES);
    }

    @Test
    void packages_have_no_cycles() {
        slices().matching("touchstone.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void the_sandbox_is_plain_java() {
        noClasses().that(resideInAnyPackage("touchstone.sandbox.."))
                .should()
                .dependOnClassesThat(neitherJavaNor("touchstone.sandbox.."))
                .check(CLASSES);
    }

    /// These packages are all that a box holds of us, so whatever else they used would be missing there, or would
    /// have to be put within a submission's reach.
    @ParameterizedTest
    @CsvSource({"touchstone.sandbox.wire", "touchstone.sandbox.worker", "touchstone.sandbox.compiler"})
    void what_goes_into_the_box_brings_nothing_along(String inside) {
        noClasses().that(resideInAnyPackage(inside))
                .should()
                .dependOnClassesThat(neitherJavaNor(inside, "touchstone.sandbox.wire"))
                .check(CLASSES);
    }

    @Test
    void what_suites_import_knows_no_machinery() {
        noClasses().that(resideInAnyPackage("touchstone.judge.authoring.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage("touchstone.sandbox..", "org.junit.platform.."))
                .check(CLASSES);
    }

    /// The benchmarks start processes: they measure what others' graders do, and a server from outside. Chromium prints reports.
    @Test
    void only_the_sandbox_starts_processes() {
        noClasses()
                .that(resideOutsideOfPackages("touchstone.sandbox..", "touchstone.judge.bench..",
                        "touchstone.web.bench.."))
                .and(DescribedPredicate.not(named("touchstone.web.report.Chromium")))
                .should()
                .dependOnClassesThat(named(ProcessBuilder.class))
                .orShould()
                .callMethodWhere(DescribedPredicate.describe("Runtime.exec is called",
                        call -> call.getTargetOwner().isEquivalentTo(Runtime.class)
                                && call.getName().equals("exec")))
                .check(CLASSES);
    }

    @Test
    void only_the_judge_launches_tests() {
        noClasses().that(resideOutsideOfPackages("touchstone.judge.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.junit.."))
                .check(CLASSES);
    }

    @Test
    void time_is_passed_in() {
        noClasses().that(DescribedPredicate.not(named(touchstone.web.Main.class)))
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(InstantSource.class, "system")
                .orShould()
                .callMethodWhere(DescribedPredicate.describe("a clock of java.time is read",
                        call -> Stream
                                .of(Instant.class, Clock.class, LocalDateTime.class, ZonedDateTime.class)
                                .anyMatch(call.getTargetOwner()::isEquivalentTo)
                                && call.getName().matches("now|system.*")
                                && call.getTarget().getRawParameterTypes().isEmpty()))
                .check(CLASSES);
    }

    /// The standard output of what runs in a box is no screen but the pipe to the judge.
    @Test
    void only_the_command_line_prints() {
        noClasses()
                .that(resideOutsideOfPackages("touchstone.judge.cli..", "touchstone.sandbox.worker..",
                        "touchstone.sandbox.compiler.."))
                .and(DescribedPredicate.not(named(touchstone.web.Main.class)))
                .should(ACCESS_STANDARD_STREAMS)
                .check(CLASSES);
    }

    @Test
    void names_say_what_a_type_is() {
        noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Utils?|Info)").check(CLASSES);
    }

    private static DescribedPredicate<JavaClass> named(String type) {
        return DescribedPredicate.describe(type, other -> other.getFullName().equals(type));
    }

    private static DescribedPredicate<JavaClass> named(Class<?> type) {
        return DescribedPredicate.describe(type.getName(), other -> other.isEquivalentTo(type));
    }

    private static DescribedPredicate<JavaClass> neitherJavaNor(String... packages) {
        var allowed = Stream.concat(Stream.of(packages), Stream.of("java..", "javax.tools..",
                "javax.lang.model..", "com.sun.source..", "org.jspecify.."));
        return resideOutsideOfPackages(allowed.toArray(String[]::new));
    }
}

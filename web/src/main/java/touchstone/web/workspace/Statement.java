package touchstone.web.workspace;

import io.pebbletemplates.pebble.extension.escaper.SafeString;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import touchstone.judge.compile.Suite;
import touchstone.judge.exercise.Exercise;
import touchstone.judge.text.Language;
import touchstone.judge.text.Text;
import touchstone.sandbox.Limits;
import touchstone.web.markup.JavaSource;
import touchstone.web.markup.Markup;

/// What an exercise asks for, as candidates read it.
///
/// @param statement as HTML
/// @param contract source of what is to be implemented, as HTML
/// @param groups of tests; none when the suite cannot be had just now
record Statement(Text title, SafeString statement, SafeString contract, List<Group> groups, Allowed allowed) {
    private static final Logger LOG = LoggerFactory.getLogger(Statement.class);

    Statement {
        groups = List.copyOf(groups);
    }

    record Group(String name, int tests, int points) {
        Group plus(Group other) {
            return new Group(name, tests + other.tests, points + other.points);
        }
    }

    /// What a submission may use, in the units that people read.
    record Allowed(long cpuSeconds, long heapMebibytes, long printedKibibytes, long sourceKibibytes) {
        static Allowed of(Limits limits) {
            return new Allowed(limits.time().submission().toSeconds(), limits.box().heap().bytes() >> 20,
                    limits.wire().printed().bytes() >> 10, limits.source().total().bytes() >> 10);
        }
    }

    static Statement of(
            Exercise exercise,
            Language language,
            Markup markup,
            Function<Exercise, Suite> suites) {
        return new Statement(
                exercise.title(), safe(markup.page(exercise.statement().in(language))), safe(JavaSource
                        .listing(exercise.contractSource(), exercise.contractName() + ".java", "contract-")),
                groups(exercise, language, suites), Allowed.of(exercise.limits()));
    }

    private static List<Group> groups(
            Exercise exercise,
            Language language,
            Function<Exercise, Suite> suites) {
        var groups = new LinkedHashMap<String, Group>();
        try {
            for (var test : suites.apply(exercise).tests()) {
                var name = Optional.ofNullable(exercise.about().get(test.about()))
                        .map(text -> text.in(language))
                        .orElse(test.about());
                groups.merge(test.about(), new Group(name, 1, test.points()), Group::plus);
            }
        } catch (RuntimeException e) {
            // a candidate needs the statement more than this table
            LOG.error("the suite of {} cannot be had", exercise.id(), e);
        }
        return List.copyOf(groups.values());
    }

    /// What was escaped already.
    static SafeString safe(String html) {
        return new SafeString(html);
    }
}

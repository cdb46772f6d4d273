package touchstone.web.author;

import io.pebbletemplates.pebble.extension.escaper.SafeString;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.certify.Samples;
import touchstone.judge.compile.Suite;
import touchstone.judge.exercise.Exercise;
import touchstone.judge.interview.Blueprint;
import touchstone.judge.question.Question;
import touchstone.judge.text.Language;
import touchstone.web.library.Library;
import touchstone.web.markup.JavaSource;
import touchstone.web.markup.Markup;
import touchstone.web.page.Access;
import touchstone.web.page.Exchange;
import touchstone.web.page.Refusal;
import touchstone.web.page.Routes;
import touchstone.web.store.Certificate;
import touchstone.web.store.Store;

/// Pages that hold hidden tests and keys: for authors and owners alone.
public final class AuthorRoutes {
    private static final List<Language> BOTH = List.of(Language.ZH, Language.EN);

    private final Store store;
    private final Library library;
    private final Function<Exercise, Suite> suites;
    private final Certifying certifying;
    private final Markup markup;

    public AuthorRoutes(
            Store store,
            Library library,
            Function<Exercise, Suite> suites,
            Certifying certifying,
            Markup markup) {
        this.store = store;
        this.library = library;
        this.suites = suites;
        this.certifying = certifying;
        this.markup = markup;
    }

    public void register(Routes routes) {
        routes.get("/library", Access.AUTHOR, this::exercises)
                .get("/library/questions", Access.AUTHOR, this::questions)
                .get("/library/problems", Access.AUTHOR, this::problems)
                .get("/library/exercises/{id}", Access.AUTHOR, this::exercise)
                .post("/library/exercises/{id}/verify", Access.AUTHOR, this::verify)
                .get("/library/questions/{id}", Access.AUTHOR, this::question);
    }

    private void exercises(Exchange exchange) {
        var certificates = store.certificates()
                .all()
                .stream()
                .collect(Collectors.toMap(Certificate::exercise, Function.identity()));
        var rows = library.exercises()
                .stream()
                .map(exercise -> ExerciseRow.of(exercise,
                        Optional.ofNullable(certificates.get(exercise.id()))))
                .toList();
        var topics = rows.stream().map(row -> row.exercise().topic()).distinct().sorted().toList();
        var topicNames = topics.stream()
                .collect(Collectors.toMap(Function.identity(), topic -> topicName(exchange, topic)));
        exchange.render("author/exercises.peb", Map.of("tab", "exercises", "rows", rows, "topics", topics,
                "topicNames", topicNames, "dimensions", List.of(RubricDimension.values()), "states",
                List.of(ExerciseRow.CertificateState.values()), "problems", library.problems().size()));
    }

    /// A folder of one's own may be a topic that we have no word for.
    private static String topicName(Exchange exchange, String topic) {
        return exchange.words().sayOr("author.topic." + topic, topic);
    }

    private void questions(Exchange exchange) {
        var rows = library.questions()
                .questions()
                .stream()
                .map(question -> new Line(QuestionView.of(question),
                        html(markup.line(question.prompt().in(exchange.language())))))
                .toList();
        exchange.render("author/questions.peb",
                Map.of("tab", "questions", "rows", rows, "chapters", library.questions().chapters(), "types",
                        rows.stream().map(row -> row.view().type()).distinct().sorted().toList(),
                        "dimensions", List.of(RubricDimension.values()), "problems",
                        library.problems().size()));
    }

    /// A question in the table.
    public record Line(QuestionView view, SafeString prompt) {}

    private void problems(Exchange exchange) {
        exchange.render("author/problems.peb",
                Map.of("tab", "problems", "rows", library.problems(), "problems", library.problems().size()));
    }

    private void exercise(Exchange exchange) {
        var exercise = known(exchange);
        var suite = suites.apply(exercise);
        exchange.render("author/exercise.peb", Map.ofEntries(Map.entry("exercise", exercise),
                Map.entry("topicName", topicName(exchange, exercise.topic())),
                Map.entry("row", ExerciseRow.of(exercise, store.certificates().find(exercise.id()))),
                Map.entry("progress", certifying.progress(exercise.id())), Map.entry("tests", suite.tests()),
                Map.entry("statements", texts(language -> exercise.statement().in(language))),
                Map.entry("contract",
                        code(exercise.contractSource(), exercise.contractName() + ".java", "contract-")),
                Map.entry("starter", code(exercise.starter(), "Solution.java", "starter-")),
                Map.entry("suite",
                        code(exercise.suiteSource(), exercise.contractName() + "Suite.java", "suite-")),
                Map.entry("samples", Samples.names(exercise)), Map.entry("blueprints", naming(exercise.id())),
                Map.entry("dimensions", List.of(RubricDimension.values()))));
        exchange.audit("library.view", "exercise:" + exercise.id(), "");
    }

    private void verify(Exchange exchange) {
        var exercise = known(exchange);
        boolean begun = certifying.begin(exercise);
        if (begun) {
            exchange.audit("library.verify", "exercise:" + exercise.id(), exercise.hash());
        }
        exchange.redirect("/library/exercises/" + exercise.id() + "#certificate",
                begun ? "author.verify.begun" : "author.verify.running");
    }

    private void question(Exchange exchange) {
        var question = library.questions().find(exchange.path("id")).orElseThrow(Refusal::notFound);
        var view = QuestionView.of(question);
        exchange.render("author/question.peb",
                Map.of("view", view, "prompts", texts(language -> question.prompt().in(language)),
                        "solutions", texts(language -> question.solution().in(language)), "options",
                        view.options().stream().map(this::option).toList(), "points",
                        view.points()
                                .stream()
                                .map(point -> new Part(both(point.text()::in), point.points() + ""))
                                .toList(),
                        "mistakes", mistakes(question), "bullets", bullets(question), "blueprints",
                        naming(question.id())));
        exchange.audit("library.view", "question:" + question.id(), "");
    }

    /// Something in both languages with a mark beside it.
    public record Part(List<SafeString> texts, String mark) {}

    /// An option in both languages.
    public record Shown(String letter, boolean right, List<SafeString> texts) {}

    private Shown option(QuestionView.Choice choice) {
        return new Shown(choice.option().letter(), choice.right(), both(choice.option().text()::in));
    }

    private List<Part> mistakes(Question question) {
        return question.wrong()
                .stream()
                .map(wrong -> new Part(both(wrong.why()::in), wrong.answer()))
                .toList();
    }

    private List<Part> bullets(Question question) {
        return library.questions()
                .coverage()
                .bullets()
                .stream()
                .filter(bullet -> question.covers().contains(bullet.id()))
                .map(bullet -> new Part(both(bullet.text()::in), bullet.id()))
                .toList();
    }

    private List<SafeString> texts(Function<Language, String> text) {
        return BOTH.stream().map(language -> html(markup.page(text.apply(language)))).toList();
    }

    private List<SafeString> both(Function<Language, String> text) {
        return BOTH.stream().map(language -> html(markup.line(text.apply(language)))).toList();
    }

    private List<Blueprint> naming(String item) {
        return library.blueprints()
                .all()
                .stream()
                .filter(blueprint -> blueprint.items().anyMatch(item::equals))
                .toList();
    }

    private Exercise known(Exchange exchange) {
        var id = exchange.path("id");
        return library.exercises()
                .stream()
                .filter(exercise -> exercise.id().equals(id))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private static SafeString code(String source, String name, String prefix) {
        return html(JavaSource.listing(source, name, prefix));
    }

    /// What is rendered by us needs no escaping.
    private static SafeString html(String rendered) {
        return new SafeString(rendered);
    }
}

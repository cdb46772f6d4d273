package touchstone.web.interview;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import touchstone.judge.answer.Marker;
import touchstone.judge.formula.LocalEvaluator;
import touchstone.web.grading.Clockwork;
import touchstone.web.grading.ReviewQueue;
import touchstone.web.grading.Timing;
import touchstone.web.library.Library;
import touchstone.web.markup.Markup;
import touchstone.web.page.Tokens;
import touchstone.web.queue.Backstage;
import touchstone.web.queue.Examiner;
import touchstone.web.store.Candidate;
import touchstone.web.store.Interview;
import touchstone.web.store.Role;
import touchstone.web.testing.Client;
import touchstone.web.testing.Client.Answer;
import touchstone.web.testing.TestSite;

/// The pages of interviews on a real site, and an interviewer who uses them. Nothing is judged.
final class Office implements AutoCloseable {
    static final Library LIBRARY = Library.open(List.of(Path.of("../exercises")));
    /// What breaks pages that are not careful.
    static final List<String> HOSTILE = List.of("<script>alert('boo')</script>",
            "\"><img src=x onerror=boo()>", "{{ csrf }} {% raw %} ${7*7}", "'; drop table interview; --",
            "👩‍💻 ’n’ 𝛼 {0} {1}", "محمد عبد الله", "a\u202Eexe.txt\u2066b", "line\none\ttwo\u0007three",
            "=cmd|' /C calc'!A0");

    private static final Markup MARKUP = new Markup();

    final TestSite site;
    final Client interviewer;

    Office(Path folder) {
        site = TestSite.open(folder, (store, clock) -> {
            var clockwork = new Clockwork(store);
            var marker = new Marker(new LocalEvaluator(), new LocalEvaluator());
            var backstage = new Backstage(store, new Examiner((_, _, _, _) -> {
                throw new AssertionError("nothing is judged here");
            }, marker, LIBRARY::find), candidate -> clockwork.of(candidate).flatMap(Timing::deadline), clock,
                    new Backstage.Settings(1, Duration.ZERO));
            return List.of(new InterviewRoutes(store, LIBRARY, new ReviewQueue(store, LIBRARY, clock),
                    backstage.endings(), MARKUP, new Tokens(new SecureRandom()),
                    new SecureRandom())::register);
        });
        interviewer = site.member(Role.INTERVIEWER);
    }

    Interview make(String blueprint, String title) {
        var answer = interviewer.post("/interviews/new", Map.of("blueprint", blueprint, "title", title));
        if (answer.status() != 303) {
            throw new AssertionError(answer.body());
        }
        return site.store().interviews().all().getFirst();
    }

    Interview again(Interview interview) {
        return site.store().interviews().find(interview.id()).orElseThrow();
    }

    Form form(Interview interview) {
        return Form.of(interviewer.get(settings(interview)).body());
    }

    static String settings(Interview interview) {
        return "/interviews/" + interview.id() + "/settings";
    }

    static String invitations(Interview interview) {
        return "/interviews/" + interview.id() + "/invitations";
    }

    static String history(Interview interview) {
        return "/interviews/" + interview.id() + "/history";
    }

    Answer send(Interview interview, Form form) {
        return interviewer.post(settings(interview), form.fields());
    }

    Answer invite(Interview interview, String names) {
        return interviewer.post(invitations(interview), Map.of("names", names, "extra", "0"));
    }

    static List<String> tokens(String page) {
        return Pattern.compile("value=\"http://127\\.0\\.0\\.1:\\d+/i/([\\w-]{22})\"")
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    List<Candidate> candidates(Interview interview) {
        return site.store().candidates().ofInterview(interview.id());
    }

    Candidate started(Interview interview, String name) {
        invite(interview, name);
        var candidate = candidates(interview).getLast();
        site.store().candidates().start(candidate.id(), site.clock().instant());
        return site.store().candidates().find(candidate.id()).orElseThrow();
    }

    @Override
    public void close() {
        site.close();
    }
}

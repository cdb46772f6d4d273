package touchstone.web.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A candidate: opens the link, starts, and then types, saves every two seconds as the page does, asks what the compiler
/// says, looks at pages and hands in, right and wrong.
final class Typist implements Runnable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration SAVE = Duration.ofSeconds(2);
    /// In rounds of saving.
    private static final int CHECK_EVERY = 5;
    private static final int PAGE_EVERY = 12;
    private static final String ITEM = "scaled-dot-attention";

    private final Browserless browser;
    private final String link;
    private final Setting setting;
    private final RandomGenerator random;
    private int revision;

    /// What all of them share.
    ///
    /// @param arrival within which everybody opens the link
    /// @param until in nanoseconds of the clock
    /// @param submitEvery how often each hands in, on average
    /// @param receipts get the hash of what was handed in, by its number
    record Setting(
            Latencies latencies,
            LongSupplier nanos,
            Duration arrival,
            long until,
            Duration submitEvery,
            List<String> sources,
            Map<Long, String> receipts) {
        Setting {
            sources = List.copyOf(sources);
        }
    }

    Typist(Browserless browser, String link, Setting setting, RandomGenerator random) {
        this.browser = browser;
        this.link = link;
        this.setting = setting;
        this.random = random;
    }

    @FunctionalInterface
    private interface Request {
        HttpResponse<byte[]> send() throws IOException, InterruptedException;
    }

    @Override
    public void run() {
        try {
            Thread.sleep(random.nextLong(1 + setting.arrival().toMillis()));
            enter();
            long due = setting.nanos().getAsLong();
            for (int round = 1 + random.nextInt(PAGE_EVERY); due < setting.until(); round++) {
                round(round);
                due += SAVE.toNanos();
                long left = due - setting.nanos().getAsLong();
                Thread.sleep(Duration.ofNanos(Math.max(0, left)));
            }
        } catch (IOException e) {
            setting.latencies().failed(Kind.PAGE, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void enter() throws IOException, InterruptedException {
        ask(Kind.PAGE, 303, () -> browser.get("/i/" + link));
        browser.csrf(Answers.csrf(page("/interview")));
        ask(Kind.PAGE, 303, () -> browser.form("/interview/consent", "consent=yes"));
        ask(Kind.PAGE, 303, () -> browser.form("/interview/start", ""));
        page("/interview");
        page("/interview/code/" + ITEM);
    }

    private String page(String path) throws IOException, InterruptedException {
        return Answers.text(ask(Kind.PAGE, 200, () -> browser.get(path)));
    }

    private void round(int round) throws IOException, InterruptedException {
        var source = typed();
        save(source);
        if (round % CHECK_EVERY == 0) {
            ask(Kind.DIAGNOSTICS, 200, () -> browser.json("POST", code() + "/diagnostics",
                    JSON.createObjectNode().put("content", source).toString()));
        }
        if (round % PAGE_EVERY == 0) {
            page(random.nextBoolean() ? "/interview" : code());
        }
        if (random.nextDouble() * setting.submitEvery().toNanos() < SAVE.toNanos()) {
            submit(setting.sources().get(random.nextInt(setting.sources().size())));
        }
    }

    private static String code() {
        return "/interview/code/" + ITEM;
    }

    /// As far as it has come.
    private String typed() {
        var source = setting.sources().get(random.nextInt(setting.sources().size()));
        return source.substring(0, source.length() / 2 + random.nextInt(source.length() / 2));
    }

    private void save(String source) throws IOException, InterruptedException {
        var answer = ask(Kind.SAVE, 200,
                () -> browser.json("PUT", "/interview/drafts/" + ITEM, body(source)));
        revision = json(answer).path("revision").asInt(revision);
    }

    private String body(String source) {
        return JSON.createObjectNode().put("base", revision).put("content", source).toString();
    }

    private void submit(String source) throws IOException, InterruptedException {
        var answer = json(
                ask(Kind.SUBMIT, 200, () -> browser.json("POST", code() + "/submissions", body(source))));
        revision = answer.path("revision").asInt(revision);
        if (answer.has("sha256")) {
            setting.receipts().put(answer.path("id").asLong(), answer.path("sha256").asString());
        }
    }

    private static JsonNode json(HttpResponse<byte[]> answer) throws IOException {
        return JSON.readTree(Answers.text(answer));
    }

    private HttpResponse<byte[]> ask(Kind kind, int expected, Request request)
            throws IOException, InterruptedException {
        long begin = setting.nanos().getAsLong();
        HttpResponse<byte[]> answer = request.send();
        if (answer.statusCode() == expected) {
            setting.latencies().took(kind, Duration.ofNanos(setting.nanos().getAsLong() - begin));
        } else {
            setting.latencies().failed(kind, answer.request().uri().getPath() + " " + answer.statusCode());
        }
        return answer;
    }
}

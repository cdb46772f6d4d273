package touchstone.web.interview;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.regex.Pattern;
import touchstone.web.library.Library;
import touchstone.web.page.Exchange;
import touchstone.web.page.Refusal;
import touchstone.web.page.WebWords;
import touchstone.web.store.Account;
import touchstone.web.store.AuditEntry;
import touchstone.web.store.Candidate;
import touchstone.web.store.Store;

/// Who saw and changed what in an interview.
final class History {
    private static final int SHOWN = 100;
    private static final Pattern CANDIDATE = Pattern
            .compile("(?:interview:\\d+/)?candidate:(\\d+)(?:/(.*))?");

    private final Store store;
    private final Library library;

    History(Store store, Library library) {
        this.store = store;
        this.library = library;
    }

    /// Something that happened.
    ///
    /// @param who a name, never empty
    public record Event(Instant at, String who, String what) {}

    void show(Exchange exchange) {
        var interview = store.interviews().find(exchange.id("id")).orElseThrow(Refusal::notFound);
        long before = exchange.query("before").flatMap(text -> number(text)).orElse(Long.MAX_VALUE);
        var entries = store.audit().ofInterview(interview.id(), before, SHOWN + 1);
        var telling = new Telling(exchange.words(), library, names(interview.id()), accounts());
        var shown = entries.stream().limit(SHOWN).toList();
        exchange.render("interview/history.peb",
                Map.of("interview", interview, "tab", "history", "events",
                        shown.stream().map(telling::event).toList(), "older",
                        entries.size() > SHOWN ? shown.getLast().id() : 0));
    }

    private static Optional<Long> number(String text) {
        return Pattern.matches("\\d{1,18}", text) ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    private Map<Long, String> names(long interview) {
        return store.candidates()
                .ofInterview(interview)
                .stream()
                .collect(toMap(Candidate::id, Candidate::name));
    }

    private Map<Long, String> accounts() {
        return store.accounts().all().stream().collect(toMap(Account::id, Account::name));
    }

    private record Telling(
            WebWords words,
            Library library,
            Map<Long, String> candidates,
            Map<Long, String> accounts) {
        Event event(AuditEntry entry) {
            return new Event(entry.at(), who(entry), what(entry));
        }

        private String who(AuditEntry entry) {
            return entry.accountId()
                    .map(id -> accounts.getOrDefault(id, words.say("interview.history.somebody")))
                    .or(() -> entry.candidateId().map(this::candidate))
                    .orElseGet(() -> words.say("interview.history.system"));
        }

        private String candidate(long id) {
            return candidates.getOrDefault(id, words.say("interview.history.erased", id));
        }

        /// Features that come later may note what we have no words for yet.
        private String what(AuditEntry entry) {
            var subject = CANDIDATE.matcher(entry.subject());
            boolean known = subject.matches();
            var candidate = known ? candidate(Long.parseLong(subject.group(1))) : "";
            var item = known && subject.group(2) != null ? subject.group(2) : "";
            try {
                return words.say("interview.history." + entry.action(), candidate, detail(entry), item);
            } catch (MissingResourceException _) {
                return words.say("interview.history.other", entry.action(), entry.subject());
            }
        }

        private String detail(AuditEntry entry) {
            return switch (entry.action()) {
                case "interview.change" -> Changes.say(entry.detail(), words);
                case "interview.create" -> library.blueprints()
                        .find(entry.detail())
                        .map(blueprint -> blueprint.title().in(words.language()))
                        .orElse(entry.detail());
                default -> entry.detail();
            };
        }
    }
}

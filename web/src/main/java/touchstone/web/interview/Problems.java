package touchstone.web.interview;

import java.util.ArrayList;
import java.util.List;
import touchstone.web.page.Exchange;

/// What is wrong with a form. Collected in the reader's language.
public final class Problems {
    private final Exchange exchange;
    private final List<Problem> all = new ArrayList<>();

    Problems(Exchange exchange) {
        this.exchange = exchange;
    }

    void add(String field, String key, Object... arguments) {
        say(field, exchange.say(key, arguments));
    }

    void say(String field, String message) {
        all.add(new Problem(field, message));
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    public int size() {
        return all.size();
    }

    /// For templates: what stands at this field.
    public List<String> at(String field) {
        return all.stream().filter(one -> one.field().equals(field)).map(Problem::message).toList();
    }
}

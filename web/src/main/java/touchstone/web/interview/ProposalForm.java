package touchstone.web.interview;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.text.Text;
import touchstone.web.library.InterviewPlan;
import touchstone.web.library.InterviewPlan.Part;
import touchstone.web.library.InterviewPlan.Slot;
import touchstone.web.page.Exchange;
import touchstone.web.page.Refusal;

/// Reads the form of an interview's settings. The form holds the whole plan, so that nothing is kept before
/// somebody saves. Whatever people can type is read as it is; only what no page of ours sends is refused.
final class ProposalForm {
    private static final int PARTS_MAX = 60;
    private static final int ITEMS_MAX = 300;
    private static final Pattern ITEM = Pattern.compile("(\\d{1,2}):([\\w-]{1,100})");

    private final Exchange exchange;
    private final Map<String, String> unread = new HashMap<>();

    private ProposalForm(Exchange exchange) {
        this.exchange = exchange;
    }

    static Proposal read(Exchange exchange) {
        var form = new ProposalForm(exchange);
        var plan = form.plan();
        return new Proposal(OneLine.of(exchange.formText("title")), exchange.formText("minutes").strip(),
                plan, form.unread, form.weights(), exchange.formText("retentionDays").strip(),
                exchange.form("candidateReport").isPresent());
    }

    /// What can be changed when candidates have started; everything else as it was.
    static Proposal readFrozen(Exchange exchange, Proposal before) {
        return new Proposal(OneLine.of(exchange.formText("title")), before.minutes(), before.plan(), Map.of(),
                before.weights(), exchange.formText("retentionDays").strip(),
                exchange.form("candidateReport").isPresent());
    }

    private Map<RubricDimension, String> weights() {
        var weights = new EnumMap<RubricDimension, String>(RubricDimension.class);
        for (var dimension : RubricDimension.values()) {
            weights.put(dimension, exchange.formText("weight-" + dimension.key()).strip());
        }
        return weights;
    }

    private InterviewPlan plan() {
        var chinese = exchange.forms("partZh");
        var english = exchange.forms("partEn");
        var minutes = exchange.forms("partMinutes");
        if (chinese.isEmpty()
                || chinese.size() > PARTS_MAX
                || english.size() != chinese.size()
                || minutes.size() != chinese.size()) {
            throw Refusal.badRequest("page.error.badRequest");
        }
        var slots = slots(chinese.size());
        var parts = new ArrayList<Part>();
        for (int i = 0; i < chinese.size(); i++) {
            var title = new Text(partTitle(chinese.get(i)), partTitle(english.get(i)));
            parts.add(new Part(title, minutes("part:" + i, minutes.get(i)).orElse(0), slots.get(i)));
        }
        return new InterviewPlan(parts);
    }

    private static String partTitle(String typed) {
        var title = OneLine.of(typed);
        if (title.isEmpty() || OneLine.tooLong(title)) {
            throw Refusal.badRequest("page.error.badRequest");
        }
        return title;
    }

    private List<List<Slot>> slots(int parts) {
        var items = exchange.forms("item");
        var minutes = exchange.forms("itemMinutes");
        if (items.size() > ITEMS_MAX || minutes.size() != items.size()) {
            throw Refusal.badRequest("page.error.badRequest");
        }
        var slots = new ArrayList<List<Slot>>();
        for (int i = 0; i < parts; i++) {
            slots.add(new ArrayList<>());
        }
        for (int i = 0; i < items.size(); i++) {
            var item = ITEM.matcher(items.get(i));
            if (!item.matches() || Integer.parseInt(item.group(1)) >= parts) {
                throw Refusal.badRequest("page.error.badRequest");
            }
            var id = item.group(2);
            slots.get(Integer.parseInt(item.group(1)))
                    .add(new Slot(id, minutes("item:" + id, minutes.get(i))));
        }
        return slots;
    }

    /// A blank field means the item's own minutes.
    private Optional<Integer> minutes(String field, String typed) {
        var number = WholeNumber.of(typed);
        if (number.isEmpty() && !typed.isBlank()) {
            unread.put(field, typed);
        }
        return number;
    }
}

package touchstone.judge.interview;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import touchstone.judge.exercise.Catalogue;
import touchstone.judge.exercise.Exercise;
import touchstone.judge.interview.Entry.Planned;
import touchstone.judge.question.Question;
import touchstone.judge.question.QuestionBank;
import touchstone.judge.text.Nearest;

/// Everything that interviews are made of, by id.
public final class Stock {
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private Stock() {}

    /// What exists goes before what is planned.
    public static Stock of(Catalogue catalogue, QuestionBank bank, List<Planned> planned) {
        var stock = new Stock();
        for (Exercise exercise : catalogue.exercises()) {
            stock.entries.put(exercise.id(), new Entry.Coding(exercise));
        }
        for (Question question : bank.questions()) {
            stock.entries.put(question.id(), new Entry.Asked(question));
        }
        planned.forEach(entry -> stock.entries.putIfAbsent(entry.item().id(), entry));
        return stock;
    }

    public Optional<Entry> find(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    /// What somebody who mistyped an id probably meant.
    public Optional<String> nearest(String id) {
        return Nearest.to(id, new ArrayList<>(entries.keySet()), name -> name);
    }
}

package touchstone.judge.question;

import java.util.ArrayList;
import java.util.List;
import touchstone.judge.question.Key.KeyPoint;
import touchstone.judge.yaml.Fields;

/// Reads the key points that people tick.
final class OpenKeys {
    private static final int POINTS_MIN = 3;
    private static final int TEXT_MAX = 6;
    private static final int DESIGN_MAX = 10;

    private OpenKeys() {}

    static Key.Open text(Fields key) {
        return new Key.Open(false, points(key, "points", TEXT_MAX));
    }

    static Key.Open design(Fields key) {
        return new Key.Open(true, points(key, "checklist", DESIGN_MAX));
    }

    private static List<KeyPoint> points(Fields key, String name, int most) {
        key.knowing(List.of(name));
        var points = new ArrayList<KeyPoint>();
        for (var fields : key.present() ? key.list(name) : List.<Fields>of()) {
            fields.knowing(List.of("zh", "en", "pts"));
            points.add(new KeyPoint(Bilingual.within(fields, "key point " + (points.size() + 1)),
                    fields.integer("pts", 1, Question.POINTS)));
        }
        if (points.isEmpty()) {
            return points;
        }
        int line = key.line(name);
        if (points.size() < POINTS_MIN || points.size() > most) {
            key.problem(line,
                    "there are %d key points; give %d to %d".formatted(points.size(), POINTS_MIN, most));
        }
        int sum = points.stream().mapToInt(KeyPoint::points).sum();
        if (sum != Question.POINTS) {
            key.problem(line, "the key points add up to %d; change them to add up to %d".formatted(sum,
                    Question.POINTS));
        }
        return points;
    }
}

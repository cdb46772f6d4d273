import exercise.UldLoss;
import java.util.Comparator;
import java.util.stream.IntStream;

/// The area between two staircases: over each level x the loss is the difference between
/// how many probabilities of the student and how many of the teacher exceed x.
public class Solution implements UldLoss {
    private record Step(double level, int sign) {}

    @Override
    public double loss(double[][] student, double[][] teacher) {
        check(student);
        check(teacher);
        require(student.length == teacher.length, "numbers of positions differ");
        return IntStream.range(0, student.length)
                .mapToDouble(i -> area(student[i], teacher[i]))
                .average()
                .getAsDouble();
    }

    private static double area(double[] student, double[] teacher) {
        double partitionOfStudent = logPartition(student);
        double partitionOfTeacher = logPartition(teacher);
        var steps = IntStream.range(0, student.length + teacher.length)
                .mapToObj(i -> i < student.length
                        ? new Step(Math.exp(student[i] - partitionOfStudent), 1)
                        : new Step(Math.exp(teacher[i - student.length] - partitionOfTeacher), -1))
                .sorted(Comparator.comparingDouble(Step::level))
                .toList();
        double area = 0;
        double below = 0;
        int surplus = student.length - teacher.length;
        for (Step step : steps) {
            area += Math.abs(surplus) * (step.level() - below);
            surplus -= step.sign();
            below = step.level();
        }
        return area;
    }

    private static double logPartition(double[] logits) {
        double max = Double.NEGATIVE_INFINITY;
        for (double logit : logits) {
            max = Math.max(max, logit);
        }
        double mass = 0;
        for (double logit : logits) {
            mass += Math.exp(logit - max);
        }
        return max + Math.log(mass);
    }

    private static void check(double[][] logits) {
        require(logits != null && logits.length > 0 && logits[0] != null, "no positions");
        int words = logits[0].length;
        require(words > 0, "no vocabulary");
        for (double[] row : logits) {
            require(row != null && row.length == words, "ragged matrix");
            for (double logit : row) {
                require(Double.isFinite(logit), "logits must be finite");
            }
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}

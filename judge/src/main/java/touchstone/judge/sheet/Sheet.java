package touchstone.judge.sheet;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A table that becomes part of a page or a file.
///
/// @param rows each with as many cells as there are columns
public record Sheet(String name, List<String> columns, List<List<Cell>> rows) {
    public Sheet {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (var row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(row.size() + " cells in " + columns.size() + " columns");
            }
        }
    }

    /// What stands in one place of it.
    public sealed interface Cell {
        record Words(String text) implements Cell {}

        record Figure(BigDecimal value) implements Cell {}

        record Moment(Instant at) implements Cell {}

        /// Nothing is known, which is not zero.
        record Empty() implements Cell {}

        static Cell of(long number) {
            return new Figure(BigDecimal.valueOf(number));
        }

        static Cell of(String text) {
            return new Words(text);
        }

        static Cell ofFigure(Optional<BigDecimal> value) {
            return value.<Cell>map(Figure::new).orElseGet(Empty::new);
        }

        static Cell ofMoment(Optional<Instant> at) {
            return at.<Cell>map(Moment::new).orElseGet(Empty::new);
        }

        /// For pages.
        default String shown() {
            return switch (this) {
                case Words(var text) -> text;
                case Figure(var value) -> value.toPlainString();
                case Moment(var at) -> at.toString();
                case Empty _ -> "—";
            };
        }

        default boolean number() {
            return !(this instanceof Words);
        }
    }
}

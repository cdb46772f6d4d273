package touchstone.judge.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import touchstone.judge.question.Key;
import touchstone.judge.question.Question;
import touchstone.judge.unit.Unit;

/// Whatever way a value is spelled, it is read back.
class NumbersPropertyTest {
    private static final int CASES = 3000;
    private static final List<List<String>> DIMENSIONS = List.of(List.of("", "%", "‰", "×", "M"),
            List.of("B", "KB", "MB", "GB", "TB", "PB", "KiB", "MiB", "GiB", "TiB", "bit", "kbit", "Mbit",
                    "Gbit", "nat"),
            List.of("token/s", "token/ms", "token/h"), List.of("USD", "¢"), List.of("g", "kg", "t", "mg"),
            List.of("s", "ms", "μs", "ns", "min", "h", "d"), List.of("dB"), List.of("FLOP/B"), List.of("Δ²"));
    private static final MathContext FEW = new MathContext(6);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_spelling_is_read_back(long seed) {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < CASES; i++) {
            var dimension = DIMENSIONS.get(random.nextInt(DIMENSIONS.size()));
            var asked = unit(any(random, dimension));
            var written = shown(unit(any(random, dimension)), asked);
            var value = new BigDecimal(random.nextDouble(-1000, 1000)).round(FEW)
                    .scaleByPowerOfTen(random.nextInt(-3, 6));
            var answer = spelled(random, value, written.symbol());

            assertThat(QuantityReader.read(answer, asked)).as(answer)
                    .isInstanceOfSatisfying(Quantity.Read.class, read -> assertThat(read.value())
                            .isEqualByComparingTo(written.convert(value, asked)));
        }
    }

    @Test
    void what_was_understood_is_understood_again() {
        var random = new SplittableRandom(4);
        for (int i = 0; i < CASES; i++) {
            var unit = any(random, any(random, DIMENSIONS));
            var value = new BigDecimal(random.nextDouble(-1, 1)).round(FEW)
                    .scaleByPowerOfTen(random.nextInt(-40, 40));
            var question = Questions.numeric(value.doubleValue(), unit, new Key.Tolerance(1e-10, 0));
            var mark = Marks.MARKER.mark(question, value.toString(), 1);

            assertThat(Marks.line(mark)).startsWith("right");
            assertThat(Marks.MARKER.mark(question, ((Mark.Marked) mark).understood(), 1)).isEqualTo(mark);
        }
    }

    /// Right just within the tolerance, wrong just outside, in every unit it may be written in.
    @Test
    void the_tolerance_is_kept() {
        var random = new SplittableRandom(5);
        for (int i = 0; i < CASES; i++) {
            var dimension = any(random, DIMENSIONS);
            var asked = any(random, dimension);
            var written = shown(unit(any(random, dimension)), unit(asked));
            double key = random.nextDouble(-1000, 1000);
            double tolerance = random.nextDouble(0.001, 0.1);
            var question = Questions.numeric(key, asked, new Key.Tolerance(tolerance, 0));
            double error = tolerance * (random.nextBoolean() ? 1 : -1);

            assertThat(fraction(question, asked, key * (1 + error * 0.999), written)).isEqualTo(1);
            assertThat(fraction(question, asked, key * (1 + error * 1.001), written)).isEqualTo(0);
        }
    }

    private static double fraction(Question question, String asked, double value, Unit written) {
        var answer = unit(asked).convert(new BigDecimal(value), written).round(MathContext.DECIMAL64);
        return ((Mark.Marked) Marks.MARKER.mark(question, answer + " " + written.symbol(), 1)).fraction();
    }

    private static String spelled(RandomGenerator random, BigDecimal value, String unit) {
        var digits = switch (random.nextInt(5)) {
            case 0 -> value.toPlainString();
            case 1 -> scientific(random, value);
            case 2 -> grouped(value, any(random, List.of(",", " ", "'", "_", "，", "\u2009", "\u202f", "’")));
            case 3 -> value.multiply(new BigDecimal(7)).toPlainString() + " / 7";
            default -> value.scaleByPowerOfTen(-4).toPlainString() + any(random, List.of("万", " 万"));
        };
        // 1.5/7 is a calculation, and 5 万 beside millions are no millions
        var other = digits.contains("/") ? value.scale() > 0 : digits.contains("万") && unit.equals("M");
        var plain = other ? value.toPlainString() : digits;
        var signed = plain.replaceFirst("^-", any(random, List.of("-", "− ", "– ", "－")))
                .replace("-", any(random, List.of("-", "−", "–", "－")));
        var spaced = signed + any(random, List.of("", " ", "\u00a0", "　")) + unit;
        var around = any(random, List.of("", " ", "≈", "约 ", "= ", "\u200b")) + spaced
                + any(random, List.of("", " ", "。", "."));
        return random.nextBoolean() ? around : wide(around);
    }

    private static String scientific(RandomGenerator random, BigDecimal value) {
        int exponent = random.nextInt(-12, 12);
        var mantissa = value.scaleByPowerOfTen(-exponent).toPlainString();
        return switch (random.nextInt(4)) {
            case 0 -> mantissa + "e" + exponent;
            case 1 -> mantissa + "E" + (exponent < 0 ? "" : "+") + exponent;
            case 2 -> mantissa + any(random, List.of("×", " × ", "*", "x", "·")) + "10"
                    + any(random, List.of("^", "**")) + exponent;
            default -> mantissa + "×10" + raised(exponent);
        };
    }

    private static String raised(int exponent) {
        return Integer.toString(exponent)
                .chars()
                .mapToObj(digit -> digit == '-' ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹".substring(digit - '0', digit - '0' + 1))
                .reduce("", String::concat);
    }

    private static String grouped(BigDecimal value, String separator) {
        var plain = value.toPlainString();
        int point = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
        return plain.substring(0, point).replaceAll("(?<=\\d)(?=(\\d{3})+$)", separator)
                + plain.substring(point);
    }

    /// As an input method in full-width mode types it.
    private static String wide(String text) {
        return text.chars()
                .map(character -> character > ' ' && character < 127 ? character - ' ' + 0xff00 : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /// Without a unit a number is in the one that was asked for.
    private static Unit shown(Unit written, Unit asked) {
        return written.symbol().isEmpty() ? asked : written;
    }

    private static Unit unit(String symbol) {
        return Unit.of(symbol).orElseThrow();
    }

    private static <T> T any(RandomGenerator random, List<T> things) {
        return things.get(random.nextInt(things.size()));
    }
}

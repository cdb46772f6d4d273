package touchstone.judge.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "GB", "GiB", "×", "%", "token/s", "Δ²", "dB", "bit", "B", "nat", "M",
            "FLOP/B", "USD", "kg"})
    void units_of_keys_are_known_by_their_symbols(String symbol) {
        assertThat(Unit.of(symbol)).hasValueSatisfying(unit -> assertThat(unit.symbol()).isEqualTo(symbol));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gb", "gigabyte", "tokens/s", "percent", "furlong"})
    void keys_use_symbols_only(String spelling) {
        assertThat(Unit.of(spelling)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"280, GB, B, 280000000000", "280, GB, MB, 280000", "1, GiB, B, 1073741824", "18, B, bit, 144",
            "1, GiB, MiB, 1024", "12, %, '', 0.12", "3.2, ×, %, 320", "11683584, '', M, 11.683584",
            "829440, g, kg, 829.44", "1, h, s, 3600", "1, USD, ¢, 100"})
    void units_of_one_dimension_convert(String value, String from, String to, String expected) {
        assertThat(unit(from).convert(new BigDecimal(value), unit(to))).isEqualByComparingTo(expected);
    }

    @Test
    void nats_are_bits_over_their_logarithm() {
        var bits = unit("nat").convert(BigDecimal.ONE, unit("bit")).doubleValue();

        assertThat(bits).isEqualTo(1 / Math.log(2));
    }

    @Test
    void a_dimension_is_not_crossed() {
        assertThatIllegalArgumentException().isThrownBy(() -> unit("kg").convert(BigDecimal.ONE, unit("s")));
    }

    @ParameterizedTest
    @CsvSource({"GB, GB, GB, 1", "gb, GB, GB, 1", "gB, GB, GB, 1", "gigabytes, GB, GB, 1", "吉字节, GB, GB, 1",
            "KB, B, KB, 1", "kB, B, KB, 1", "gib, GB, GiB, 1", "GIB, GB, GiB, 1", "Gbit, GB, Gbit, 1",
            "bits, GB, bit, 1", "亿 B, B, B, 100000000", "亿, B, B, 100000000", "万, M, '', 10000",
            "B, M, '', 1000000000", "B, '', B, 1", "billion bytes, GB, B, 1000000000",
            "token 每 秒, token/s, token/s, 1", "tokens per second, token/s, token/s, 1",
            "Tok/S, token/s, token/s, 1", "Δ^2, Δ², Δ², 1", "delta^2, Δ², Δ², 1", "千克, kg, kg, 1",
            "千 克, kg, kg, 1", "KG, kg, kg, 1", "db, dB, dB, 1", "FLOPs/byte, FLOP/B, FLOP/B, 1",
            "bits per weight, bit, bit, 1", "b, bit, bit, 1", "倍, ×, ×, 1", "$/M tokens, USD, USD, 1"})
    void people_write_units_in_many_ways(String text, String asked, String meant, String times) {
        assertThat(Unit.read(text, unit(asked))).isInstanceOfSatisfying(Spelling.Known.class, known -> {
            assertThat(known.unit().symbol()).isEqualTo(meant);
            assertThat(known.times()).isEqualByComparingTo(times);
        });
    }

    @ParameterizedTest
    @CsvSource({"Gb, GB, GB, Gbit", "gb, bit, GB, Gbit", "kb, bit, KB, kbit", "b, B, B, bit",
            "G, GB, GB, GiB", "m, B, MB, MiB", "Gib, GiB, GiB, Gbit", "k, bit, kbit, KB"})
    void a_spelling_with_two_meanings_has_both(String text, String asked, String one, String other) {
        assertThat(Unit.read(text, unit(asked))).isEqualTo(new Spelling.Ambiguous(one, other));
    }

    @ParameterizedTest
    @CsvSource({"furlongs, GB", "heads, ''", "m, ''", "万furlongs, GB", "GBGB, GB", "/s, token/s"})
    void what_is_no_unit_is_unknown(String text, String asked) {
        assertThat(Unit.read(text, unit(asked))).isEqualTo(new Spelling.Unknown());
    }

    private static Unit unit(String symbol) {
        return Unit.of(symbol).orElseThrow();
    }
}

package touchstone.judge.unit;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The table of units. Every unit is listed once, with the size in its dimension's measure, its symbol, and the
/// other ways it is written.
final class Units {
    /// The symbol of the plain number, which has none, in the table.
    private static final String PLAIN = "-";
    /// Dimension, symbol, size, further spellings without spaces; `per` and 每 are written as `/`.
    private static final String TABLE = """
        NUMBER       -       1     参数 param params parameter parameters st nd rd th
        NUMBER       %       0.01  percent pct
        NUMBER       ‰       0.001 permille permil
        NUMBER       ×       1     x X 倍 times fold -fold :1
        NUMBER       k       1e3   K
        NUMBER       M       1e6   Mparams Mparameters M参数
        INFORMATION  bit     1     bits 比特 位 比特位 bpw
        INFORMATION  B       8     byte bytes 字节
        INFORMATION  nat     1.442695040888963407359924681001892137426646 nats 奈特
        TIME         s       1     sec secs second seconds 秒 秒钟
        TIME         ms      1e-3  msec millisecond milliseconds 毫秒
        TIME         μs      1e-6  us microsecond microseconds 微秒
        TIME         ns      1e-9  nanosecond nanoseconds 纳秒
        TIME         min     60    mins minute minutes 分钟
        TIME         h       3600  hr hrs hour hours 小时
        TIME         d       86400 day days 天
        TOKEN_RATE   token/s 1     tokens/s tok/s toks/s t/s tps token/sec tokens/sec tok/sec token/second \
            tokens/second token/秒 tokens/秒 词元/秒 令牌/秒
        TOKEN_RATE   token/ms 1e3  tokens/ms tok/ms token/毫秒 词元/毫秒
        TOKEN_RATE   token/h 2.7777777777777777777777777777777777777778e-4 tokens/h token/小时 词元/小时
        INTENSITY    FLOP/B  1     FLOPs/B FLOP/byte FLOPs/byte flop/bytes FLOP/字节 FLOPs/字节 浮点运算/字节 \
            次浮点运算/字节 op/byte ops/byte
        LEVEL        dB      1     decibel decibels 分贝
        SQUARED_STEP Δ²      1     Δ^2 Δ**2 Δ2 ΔΔ Δ*Δ delta^2 delta**2 delta2
        MONEY        USD     1     $ US$ dollar dollars 美元 美金
        MONEY        ¢       0.01  cent cents 美分
        MASS         g       1     gram grams 克
        MASS         kg      1e3   kilogram kilograms 千克 公斤
        MASS         t       1e6   tonne tonnes 吨
        MASS         mg      1e-3  milligram milligrams 毫克
        """;
    private static final List<String> PREFIXES = List.of("K", "M", "G", "T", "P");
    private static final List<String> DECIMAL_WORDS = List.of("kilo", "mega", "giga", "tera", "peta");
    private static final List<String> BINARY_WORDS = List.of("kibi", "mebi", "gibi", "tebi", "pebi");
    private static final List<String> CHINESE_WORDS = List.of("千", "兆", "吉", "太", "拍");

    private static final Map<String, Unit> BY_SYMBOL = new LinkedHashMap<>();
    private static final Map<String, Unit> BY_SPELLING = new LinkedHashMap<>();
    private static final Map<String, Unit> IN_ANY_CASE = new LinkedHashMap<>();

    static {
        TABLE.lines().map(row -> row.split("\\s+")).forEach(Units::add);
        for (int i = 0; i < PREFIXES.size(); i++) {
            addBytesAndBits(i);
        }
        // in China as usual as 吉字节
        of("GB").ifPresent(gb -> spell(gb, "千兆字节"));
    }

    private Units() {}

    static Optional<Unit> of(String symbol) {
        return Optional.ofNullable(BY_SYMBOL.get(symbol));
    }

    /// By symbol or spelling. A single letter means what it means in its own case, and so do the units of
    /// information, whose `B` and `b` differ by a factor of eight.
    static Optional<Unit> spelled(String text) {
        var exact = Optional.ofNullable(BY_SPELLING.get(text));
        return exact.isPresent() || text.length() < 2 ? exact
                : Optional.ofNullable(IN_ANY_CASE.get(text.toLowerCase(Locale.ROOT)));
    }

    private static void add(String[] row) {
        var symbol = row[1].equals(PLAIN) ? "" : row[1];
        var unit = new Unit(symbol, Dimension.valueOf(row[0]), new BigDecimal(row[2]));
        BY_SYMBOL.put(symbol, unit);
        spell(unit, symbol);
        for (int i = 3; i < row.length; i++) {
            spell(unit, row[i]);
        }
    }

    private static void addBytesAndBits(int i) {
        var prefix = PREFIXES.get(i);
        var decimal = BigDecimal.TEN.pow(3 * (i + 1));
        var binary = BigDecimal.TWO.pow(10 * (i + 1));
        var bits = i == 0 ? "kbit" : prefix + "bit";
        var eight = BigDecimal.valueOf(8);
        var bytes = addInformation(prefix + "B", decimal.multiply(eight), DECIMAL_WORDS.get(i), "byte",
                CHINESE_WORDS.get(i) + "字节");
        addInformation(prefix + "iB", binary.multiply(eight), BINARY_WORDS.get(i), "byte",
                CHINESE_WORDS.get(i) + "比字节");
        spell(bytes, prefix + "byte");
        spell(bytes, prefix + "bytes");
        var unit = addInformation(bits, decimal, DECIMAL_WORDS.get(i), "bit", CHINESE_WORDS.get(i) + "比特");
        spell(unit, bits + "s");
    }

    private static Unit addInformation(String symbol, BigDecimal size, String word, String of, String zh) {
        var unit = new Unit(symbol, Dimension.INFORMATION, size);
        BY_SYMBOL.put(symbol, unit);
        BY_SPELLING.put(symbol, unit);
        spell(unit, word + of);
        spell(unit, word + of + "s");
        BY_SPELLING.put(zh, unit);
        return unit;
    }

    private static void spell(Unit unit, String spelling) {
        BY_SPELLING.put(spelling, unit);
        IN_ANY_CASE.putIfAbsent(spelling.toLowerCase(Locale.ROOT), unit);
    }
}

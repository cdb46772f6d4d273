package touchstone.judge.unit;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// How units are written, and what to do where a spelling has two meanings. Whoever means one of two things that
/// differ by a factor of eight, or by 7 %, is asked which; leniency is for spellings that mean only one thing
/// beside the unit that is shown.
final class Spellings {
    private static final BigDecimal ONCE = BigDecimal.ONE;
    private static final Map<String, BigDecimal> MULTIPLIERS = Map.ofEntries(multiplier("thousand", 3),
            multiplier("million", 6), multiplier("billion", 9), multiplier("bn", 9),
            multiplier("trillion", 12), multiplier("百", 2), multiplier("千", 3), multiplier("万", 4),
            multiplier("十万", 5), multiplier("百万", 6), multiplier("千万", 7), multiplier("亿", 8),
            multiplier("十亿", 9), multiplier("百亿", 10), multiplier("千亿", 11), multiplier("万亿", 12));
    private static final Pattern SMALL_B = Pattern.compile("(?<prefix>[KMGTP])(?<binary>i?)b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CAPITAL_B = Pattern.compile("(?<prefix>[kmgtpKMGTP])(?<binary>[iI]?)B");
    private static final Pattern PREFIX_ALONE = Pattern.compile("[kmgtpKMGTP]");
    /// What a question of this dimension is about anyway, and says nothing about the unit: bits per weight, dollars
    /// per million tokens, kilograms of CO2.
    private static final Map<Dimension, Pattern> MATTERS = Map.of(Dimension.INFORMATION,
            Pattern.compile("/个?(?:weight|param|parameter|token|symbol|权重|参数|词元|符号)s?$"), Dimension.LEVEL,
            Pattern.compile("/(?:bit|比特|位)$"), Dimension.MONEY,
            Pattern.compile("/(?:1?M|million|百万)个?(?:tok|tokens?|词元)?$", Pattern.CASE_INSENSITIVE),
            Dimension.MASS, Pattern.compile("(?:of)?(?:CO2|二氧化碳)(?:e|eq)?$", Pattern.CASE_INSENSITIVE));
    private static final Pattern BILLION = Pattern.compile("[Bb](?:params|parameters|个?参数)?");
    private static final Pattern NOTHING_MATTERS = Pattern.compile("(?!)");

    private Spellings() {}

    static Spelling read(String text, Unit asked) {
        var whole = text.replaceAll("\\s+per\\s+|每", "/").replaceAll("\\s+", "");
        var spelling = MATTERS.getOrDefault(asked.dimension(), NOTHING_MATTERS)
                .matcher(whole)
                .replaceFirst("");
        if (spelling.isEmpty()) {
            return new Spelling.Known(asked, ONCE);
        }
        return single(spelling, asked).orElseGet(() -> multiplied(spelling, asked));
    }

    private static Optional<Spelling> single(String counted, Unit asked) {
        // a measure word that fits any unit
        var spelling = counted.replaceFirst("^个", "");
        if (spelling.isEmpty()) {
            return Optional.of(new Spelling.Known(plain(), ONCE));
        }
        return switch (asked.dimension()) {
            case INFORMATION -> information(spelling, asked).or(() -> listed(spelling));
            case NUMBER -> million(spelling, asked).or(() -> bytes(spelling)).or(() -> listed(spelling));
            case TIME, TOKEN_RATE, INTENSITY, LEVEL, SQUARED_STEP, MONEY, MASS ->
                bytes(spelling).or(() -> listed(spelling));
        };
    }

    private static Optional<Spelling> listed(String spelling) {
        return Units.spelled(spelling).map(unit -> new Spelling.Known(unit, ONCE));
    }

    /// Nobody counts parameters in bytes, so beside millions a B is a billion.
    private static Optional<Spelling> million(String spelling, Unit asked) {
        if (!asked.symbol().equals("M")) {
            return Optional.empty();
        }
        if (BILLION.matcher(spelling).matches()) {
            return Optional.of(new Spelling.Known(plain(), BigDecimal.TEN.pow(9)));
        }
        return spelling.equals("m") ? Optional.of(new Spelling.Known(asked, ONCE)) : Optional.empty();
    }

    private static Optional<Spelling> information(String spelling, Unit asked) {
        var inBytes = asked.symbol().endsWith("B");
        if (spelling.equals("b")) {
            return Optional.of(inBytes ? new Spelling.Ambiguous("B", "bit") : known("bit"));
        }
        if (PREFIX_ALONE.matcher(spelling).matches()) {
            // the tools that print 4.0G mean GiB, the vendors that do mean GB
            var prefix = spelling.toUpperCase(Locale.ROOT);
            return Optional.of(inBytes ? new Spelling.Ambiguous(prefix + "B", prefix + "iB")
                    : new Spelling.Ambiguous(bits(prefix), prefix + "B"));
        }
        return bytes(spelling).or(() -> smallB(spelling, inBytes));
    }

    /// `gb` beside bytes is a lazy GB; `Gb` is as often a gigabit as a slip.
    private static Optional<Spelling> smallB(String spelling, boolean inBytes) {
        var match = SMALL_B.matcher(spelling);
        if (!match.matches()) {
            return Optional.empty();
        }
        var prefix = match.group("prefix").toUpperCase(Locale.ROOT);
        var bytes = prefix + match.group("binary").toLowerCase(Locale.ROOT) + "B";
        var lazy = spelling.equals(spelling.toLowerCase(Locale.ROOT));
        return Optional.of(lazy && inBytes ? known(bytes) : new Spelling.Ambiguous(bytes, bits(prefix)));
    }

    private static String bits(String prefix) {
        return (prefix.equals("K") ? "k" : prefix) + "bit";
    }

    /// With a capital B the prefix may be written as one likes.
    private static Optional<Spelling> bytes(String spelling) {
        var match = CAPITAL_B.matcher(spelling);
        return match.matches() ? Optional.of(known(match.group("prefix").toUpperCase(Locale.ROOT)
                + match.group("binary").toLowerCase(Locale.ROOT) + "B")) : Optional.empty();
    }

    /// The longest multiplier first, so that 百万 is not 百 times something called 万.
    private static Spelling multiplied(String spelling, Unit asked) {
        for (int length = spelling.length(); length > 0; length--) {
            var times = MULTIPLIERS.get(spelling.substring(0, length).toLowerCase(Locale.ROOT));
            if (times != null) {
                return times(times, spelling.substring(length), asked);
            }
        }
        return new Spelling.Unknown();
    }

    private static Spelling times(BigDecimal times, String rest, Unit asked) {
        if (rest.isEmpty()) {
            // a million is a multiplier itself: 1168 万 beside it are not 1168 万 millions
            return new Spelling.Known(asked.symbol().equals("M") ? plain() : asked, times);
        }
        return single(rest, asked).map(spelling -> switch (spelling) {
            case Spelling.Known(Unit unit, BigDecimal more) -> new Spelling.Known(unit, times.multiply(more));
            case Spelling.Ambiguous ambiguous -> ambiguous;
            case Spelling.Unknown unknown -> unknown;
        }).orElseGet(Spelling.Unknown::new);
    }

    private static Spelling known(String symbol) {
        return new Spelling.Known(Units.of(symbol).orElseThrow(), ONCE);
    }

    private static Unit plain() {
        return Units.of("").orElseThrow();
    }

    private static Map.Entry<String, BigDecimal> multiplier(String word, int power) {
        return Map.entry(word, BigDecimal.TEN.pow(power));
    }
}

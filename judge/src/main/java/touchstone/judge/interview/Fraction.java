package touchstone.judge.interview;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/// An exact number of at least zero, in lowest terms: points over possible points, and what is computed from
/// such. Sums of doubles depend on their order; sums of these do not.
public record Fraction(BigInteger part, BigInteger whole) implements Comparable<Fraction> {
    public static final Fraction ZERO = of(0, 1);
    public static final Fraction ONE = of(1, 1);

    /// Every score of a suite or a key is made of far fewer points.
    private static final int POINTS_MAX = 1000;

    public Fraction {
        if (part.signum() < 0 || whole.signum() <= 0) {
            throw new IllegalArgumentException(part + " of " + whole);
        }
        var common = part.gcd(whole);
        part = part.divide(common);
        whole = whole.divide(common);
    }

    public static Fraction of(long part, long whole) {
        return new Fraction(BigInteger.valueOf(part), BigInteger.valueOf(whole));
    }

    /// The quotient of two small numbers that this double came from, `0.1` being one tenth; else exactly the
    /// double. Two such quotients lie too far apart to be the same double.
    public static Fraction of(double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("a fraction of " + value);
        }
        for (int whole = 1; whole <= POINTS_MAX; whole++) {
            long part = Math.round(value * whole);
            if ((double) part / whole == value) {
                return of(part, whole);
            }
        }
        var exact = new BigDecimal(value);
        return new Fraction(exact.unscaledValue(), BigInteger.TEN.pow(exact.scale()));
    }

    /// What [#toString()] wrote.
    ///
    /// @throws IllegalArgumentException when nothing of the kind did
    public static Fraction parse(String text) {
        var parts = text.split("/", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("no fraction: " + text);
        }
        return new Fraction(new BigInteger(parts[0]), new BigInteger(parts[1]));
    }

    public boolean isZero() {
        return part.signum() == 0;
    }

    public Fraction plus(Fraction other) {
        return new Fraction(part.multiply(other.whole).add(other.part.multiply(whole)),
                whole.multiply(other.whole));
    }

    public Fraction times(long factor) {
        return new Fraction(part.multiply(BigInteger.valueOf(factor)), whole);
    }

    public Fraction dividedBy(long divisor) {
        return new Fraction(part, whole.multiply(BigInteger.valueOf(divisor)));
    }

    public double value() {
        return decimal().doubleValue();
    }

    /// Rounded half up, for people: `66.7` for two thirds in percent with one decimal.
    public BigDecimal times(long factor, int decimals) {
        return new BigDecimal(part.multiply(BigInteger.valueOf(factor))).divide(new BigDecimal(whole),
                decimals, RoundingMode.HALF_UP);
    }

    private BigDecimal decimal() {
        return new BigDecimal(part).divide(new BigDecimal(whole), MathContext.DECIMAL128);
    }

    @Override
    public int compareTo(Fraction other) {
        return part.multiply(other.whole).compareTo(other.part.multiply(whole));
    }

    @Override
    public String toString() {
        return part + "/" + whole;
    }
}

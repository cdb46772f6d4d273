package touchstone.web.report;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import touchstone.judge.interview.Fraction;

/// Points as somebody types them: `7.5` of ten, or `75 %`, in full-width characters as well.
final class Points {
    private static final Pattern FORM = Pattern.compile("(\\d{1,3})(?:[.,](\\d{1,2}))?\\s*(%?)");
    private static final int HUNDREDTHS = 100;

    private Points() {}

    /// Nothing, if they cannot be read or are more than there are.
    static Optional<Fraction> read(String text, int most) {
        var points = FORM.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).strip());
        if (!points.matches()) {
            return Optional.empty();
        }
        var decimals = points.group(2) == null ? "0" : points.group(2);
        long hundredths = new BigDecimal(points.group(1) + "." + decimals).movePointRight(2).longValueExact();
        int of = points.group(3).isEmpty() ? most : HUNDREDTHS;
        var fraction = Fraction.of(hundredths, (long) HUNDREDTHS * of);
        return Optional.of(fraction).filter(read -> read.compareTo(Fraction.ONE) <= 0);
    }
}

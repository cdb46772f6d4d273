package touchstone.judge.certify;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The numbers that stand in a prompt, as opposed to digits in names: not those of INT8, P99, W4A16, 70B, Q4_0
/// or 2:4, but those of 280 GB, 280GB if GB is asked for, 1/12, 25 % and 2.8×10¹¹.
final class PromptNumbers {
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final String WIDE = "０１２３４５６７８９％＋－．／";
    private static final Pattern FRACTION = Pattern.compile("\\\\[dt]?frac\\{([^{}]*)\\}\\{([^{}]*)\\}");
    private static final Pattern NUMBER = Pattern.compile("""
        (?<![A-Za-z0-9_.:^]|[A-Za-z]-)(?<sign>[-−+]?)(?<blank>\\s?)
        (?<digits>\\d+(?:,\\d{3}(?!\\d))*(?:\\.\\d+)?|\\.\\d+)
        (?:[eE](?<exponent>[-−+]?\\d+)
          |\\s*[×x*·]\\s*10(?:\\^\\{?(?<power>[-−+]?\\d+)\\}?|(?<raised>⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)))?
        (?<tail>\\s?[%‰]|[A-Za-z_][A-Za-z_/²]*|:\\d|[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+|\\^|\\s?/\\s?(?<divisor>\\d+(?:\\.\\d+)?))?
        """, Pattern.COMMENTS);

    private PromptNumbers() {}

    /// A number as written and everything it may mean.
    record Found(String text, List<Double> values) {}

    /// @param unit that may follow a number without a space
    static List<Found> in(String prompt, String unit) {
        var found = new ArrayList<Found>();
        var matcher = NUMBER.matcher(narrow(FRACTION.matcher(prompt).replaceAll("$1/$2")));
        while (matcher.find()) {
            if (standsAlone(matcher, unit)) {
                found.add(new Found(matcher.group("sign") + matcher.group("digits"), values(matcher)));
            }
        }
        return found;
    }

    /// Full-width digits and signs are digits and signs; NFKC would take raised ones for digits as well, and a
    /// Chinese colon for that of a ratio.
    private static String narrow(String text) {
        var narrow = new StringBuilder(text.length());
        text.chars()
                .map(character -> WIDE.indexOf(character) < 0 ? character : character - '！' + '!')
                .forEach(character -> narrow.append((char) character));
        return narrow.toString();
    }

    private static boolean standsAlone(Matcher matcher, String unit) {
        var tail = group(matcher, "tail");
        if (tail.isEmpty() || !group(matcher, "divisor").isEmpty()) {
            return true;
        }
        return tail.strip().equals("%") || tail.strip().equals("‰") || tail.equals(unit);
    }

    private static List<Double> values(Matcher matcher) {
        var digits = matcher.group("digits");
        double value = number(digits.replace(",", "")) * Math.pow(10, exponent(matcher));
        var values = new ArrayList<>(signed(matcher, value));
        if (digits.contains(",")) {
            // a list without spaces looks like a number in groups of three
            var parts = List.of(digits.split(",")).stream().map(PromptNumbers::number).toList();
            values.addAll(signed(matcher, parts.getFirst()));
            values.addAll(parts.subList(1, parts.size()));
        }
        if (group(matcher, "tail").strip().equals("%")) {
            values.addAll(signed(matcher, value / 100));
        }
        var divisor = group(matcher, "divisor");
        if (!divisor.isEmpty()) {
            values.addAll(signed(matcher, value / number(divisor)));
        }
        return values;
    }

    /// A minus before a blank may be an operator.
    private static List<Double> signed(Matcher matcher, double value) {
        var sign = matcher.group("sign");
        if (sign.isEmpty() || sign.equals("+")) {
            return List.of(value);
        }
        return matcher.group("blank").isEmpty() ? List.of(-value) : List.of(-value, value);
    }

    private static double exponent(Matcher matcher) {
        var raised = new StringBuilder();
        group(matcher, "raised").chars()
                .forEach(character -> raised
                        .append(character == '⁻' ? "-" : String.valueOf(RAISED.indexOf(character))));
        return number(group(matcher, "exponent") + group(matcher, "power") + raised);
    }

    private static double number(String text) {
        return text.isEmpty() ? 0 : Double.parseDouble(text.replace('−', '-'));
    }

    private static String group(Matcher matcher, String name) {
        var group = matcher.group(name);
        return group == null ? "" : group;
    }
}

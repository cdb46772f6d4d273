package touchstone.judge.certify;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import touchstone.judge.certify.Claim.Kind;
import touchstone.judge.question.Key;
import touchstone.judge.question.Key.Option;
import touchstone.judge.question.Question;
import touchstone.judge.question.Source;
import touchstone.judge.text.Text;

/// That prompts do not hold their answers.
final class PromptProof {
    private static final Pattern SAYS_ANSWER = Pattern
            .compile("(?i)\\banswers?\\s*(?:is|are)?\\s*[:：=]\\s*\\S+|答案");
    private static final String BETWEEN = "[^\\p{Alnum}]{0,4}";

    private final Key key;
    private final Function<Text, String> language;
    private final String prompt;

    private PromptProof(Question question, Function<Text, String> language) {
        key = question.key();
        this.language = language;
        prompt = language.apply(question.prompt());
    }

    static List<Claim> of(Question question, Source source) {
        var given = new HashSet<String>();
        var claims = new ArrayList<Claim>();
        claims.add(
                claim(question, source, "prompt.zh", new PromptProof(question, Text::zh).giveaways(), given));
        claims.add(
                claim(question, source, "prompt.en", new PromptProof(question, Text::en).giveaways(), given));
        source.promptMayShow()
                .stream()
                .filter(allowed -> !given.contains(allowed))
                .forEach(allowed -> claims.add(Claim.of(Kind.PROMPT, question, source, "prompt-may-show",
                        "'" + allowed + "' gives nothing away; remove it from 'prompt-may-show'")));
        return claims;
    }

    private static Claim claim(
            Question question,
            Source source,
            String part,
            Set<String> giveaways,
            Set<String> given) {
        given.addAll(giveaways);
        var told = giveaways.stream()
                .filter(giveaway -> !source.promptMayShow().contains(giveaway))
                .sorted()
                .collect(Collectors.joining("', '"));
        return Claim.of(Kind.PROMPT, question, source, part,
                told.isEmpty() ? "" : "the prompt gives the answer away: '" + told + "'");
    }

    /// Parts of the prompt that tell the answer.
    private Set<String> giveaways() {
        var giveaways = new HashSet<String>();
        SAYS_ANSWER.matcher(prompt).results().forEach(found -> giveaways.add(found.group()));
        switch (key) {
            case Key.Numeric numeric -> giveaways.addAll(numbers(numeric));
            case Key.Single(List<Option> options, String answer) ->
                giveaways.addAll(options(options, Set.of(answer)));
            case Key.Multiple(List<Option> options, Set<String> answer) ->
                giveaways.addAll(options(options, answer));
            case Key.Ordering(List<Option> options, List<String> answer) ->
                giveaways.addAll(order(options, answer));
            case Key.Formula formula -> {
                if (squeezed(prompt).contains(squeezed(formula.expression()))) {
                    giveaways.add(formula.expression());
                }
            }
            case Key.Open(_, List<Key.KeyPoint> points) -> points.stream()
                    .map(Key.KeyPoint::text)
                    .map(language)
                    .filter(this::says)
                    .forEach(giveaways::add);
        }
        return giveaways;
    }

    private List<String> numbers(Key.Numeric numeric) {
        return PromptNumbers.in(prompt, numeric.unit())
                .stream()
                .filter(number -> number.values()
                        .stream()
                        .anyMatch(value -> numeric.tolerance().accepts(numeric.value(), value)))
                .map(PromptNumbers.Found::text)
                .toList();
    }

    /// A prompt that names all options tells nothing.
    private List<String> options(List<Option> options, Set<String> right) {
        var said = options.stream().filter(option -> says(language.apply(option.text()))).toList();
        return said.size() == options.size() ? List.of()
                : said.stream()
                        .filter(option -> right.contains(option.letter()))
                        .map(option -> language.apply(option.text()))
                        .toList();
    }

    private List<String> order(List<Option> options, List<String> answer) {
        var letters = Pattern.compile("(?<![A-Za-z])" + String.join(BETWEEN, answer) + "(?![A-Za-z])")
                .matcher(prompt);
        if (letters.find()) {
            return List.of(letters.group());
        }
        var texts = answer.stream()
                .map(letter -> options.stream()
                        .filter(option -> option.letter().equals(letter))
                        .map(option -> Pattern.quote(plain(language.apply(option.text()))))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining(".*?"));
        var inOrder = Pattern.compile(texts, Pattern.DOTALL).matcher(plain(prompt));
        return inOrder.find() ? List.of(inOrder.group()) : List.of();
    }

    /// Whether the prompt holds the text, as whole words where it has letters that form words.
    private boolean says(String text) {
        var plain = plain(text);
        return !plain.isEmpty()
                && Pattern.compile("(?<![a-z0-9.])" + Pattern.quote(plain) + "(?![a-z0-9])")
                        .matcher(plain(prompt))
                        .find();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Punct}\\p{IsPunctuation}]+$", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /// One spelling of formulas that differ in signs and blanks alone.
    private static String squeezed(String formula) {
        return Normalizer.normalize(formula.replace("²", "^2"), Normalizer.Form.NFKC)
                .replaceAll("[×·]", "*")
                .replace("**", "^")
                .replace('−', '-')
                .replaceAll("\\s|\\\\cdot|\\$", "");
    }
}

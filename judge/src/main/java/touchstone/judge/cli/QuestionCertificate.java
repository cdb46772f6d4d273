package touchstone.judge.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;
import touchstone.judge.authoring.RubricDimension;
import touchstone.judge.certify.BankFacts;
import touchstone.judge.certify.Claim;
import touchstone.judge.question.QuestionType;
import touchstone.judge.report.Printable;
import touchstone.judge.report.Style;
import touchstone.judge.text.Language;
import touchstone.judge.text.Words;

/// What `verify` found about the questions.
///
/// @param reportWords name the dimensions
record QuestionCertificate(List<Claim> claims, BankFacts facts, Words reportWords) implements Finding {
    private static final int DETAIL_CHARACTERS_MAX = 600;

    /// A bank without questions proves nothing.
    @Override
    public boolean proven() {
        return facts.questions() > 0 && claims.stream().allMatch(Claim::holds);
    }

    @Override
    public String text(Words words, Style style) {
        var out = new StringBuilder();
        out.append(style.bold(words.say("verify.questions"))).append('\n');
        for (var kind : Claim.Kind.values()) {
            kind(out, claims.stream().filter(claim -> claim.kind() == kind).toList(), words, style);
        }
        out.append('\n');
        facts(out, words, style);
        var summary = words.say("verify.questions.summary", facts.questions(), holding(claims),
                claims.size());
        return out.append('\n')
                .append(proven() ? style.good(summary) : style.bad(summary))
                .append('\n')
                .toString();
    }

    @Override
    public void json(ObjectNode root) {
        var node = root.putObject("questions").put("proven", proven());
        node.put("questions", facts.questions()).put("claims", claims.size());
        var problems = node.putArray("problems");
        claims.stream()
                .filter(claim -> !claim.holds())
                .forEach(claim -> problems.addObject()
                        .put("kind", claim.kind().name().toLowerCase(Locale.ROOT))
                        .put("file", claim.file().toString())
                        .put("line", claim.line())
                        .put("detail", claim.detail()));
        json(facts, node.putObject("facts"));
    }

    private static void json(BankFacts facts, ObjectNode node) {
        var types = node.putObject("types");
        facts.types().forEach((type, count) -> types.put(type.key(), count));
        var dimensions = node.putObject("dimensions");
        facts.dimensions().forEach((dimension, count) -> dimensions.put(dimension.key(), count));
        var levels = node.putObject("levels");
        facts.levels().forEach((level, count) -> levels.put(level.toString(), count));
        var chapters = node.putArray("chapters");
        facts.chapters()
                .forEach(chapter -> chapters.addObject()
                        .put("id", chapter.chapter())
                        .put("questions", chapter.questions())
                        .put("minutes", chapter.minutes())
                        .put("outlineMinutes", chapter.outline()));
        var single = node.putObject("single").put("questions", facts.singles());
        var letters = single.putObject("rightLetters");
        facts.letters().forEach(letters::put);
        var longest = single.putObject("rightIsLongest");
        facts.longest().forEach((language, count) -> longest.put(key(language), count));
    }

    private static void kind(StringBuilder out, List<Claim> claims, Words words, Style style) {
        if (claims.isEmpty()) {
            return;
        }
        long holding = holding(claims);
        out.append("  ")
                .append(holding == claims.size() ? style.good("✓") : style.bad("✗"))
                .append(' ')
                .append(words.say("verify.questions." + claims.getFirst().kind(), holding, claims.size()))
                .append('\n');
        claims.stream()
                .filter(claim -> !claim.holds())
                .map(claim -> Printable.line(claim.problem().toString()))
                .forEach(problem -> out.append("      ")
                        .append(Printable.cut(problem, DETAIL_CHARACTERS_MAX))
                        .append('\n'));
    }

    private void facts(StringBuilder out, Words words, Style style) {
        int all = facts.questions();
        line(out, words.say("verify.types", shares(facts.types(), all, type -> type(words, type))));
        line(out, words.say("verify.dimensions", shares(facts.dimensions(), all, this::dimension)));
        line(out, words.say("verify.levels", shares(facts.levels(), all, String::valueOf)));
        facts.chapters()
                .forEach(chapter -> line(out,
                        words.say(chapter.outline() == 0 ? "verify.notes" : "verify.chapter",
                                chapter.chapter(), chapter.questions(), chapter.minutes(),
                                chapter.outline())));
        line(out, words.say("verify.letters", shares(facts.letters(), facts.singles(), Function.identity())));
        facts.longest().forEach((language, count) -> {
            var text = words.say("verify.longest", key(language), percent(count, facts.singles()));
            line(out, facts.lengthTells(language) ? style.odd(text + words.say("verify.lengthTells")) : text);
        });
    }

    private static void line(StringBuilder out, String text) {
        out.append("  ").append(text).append('\n');
    }

    private static <K> String shares(Map<K, Integer> counts, int all, Function<K, String> name) {
        return counts.entrySet()
                .stream()
                .map(entry -> "%s %d (%s)".formatted(name.apply(entry.getKey()), entry.getValue(),
                        percent(entry.getValue(), all)))
                .collect(Collectors.joining(", "));
    }

    private static String percent(int part, int all) {
        return "%d %%".formatted(all == 0 ? 0 : Math.round(100.0 * part / all));
    }

    private static String type(Words words, QuestionType type) {
        return words.say("question.type." + type);
    }

    private String dimension(RubricDimension dimension) {
        return reportWords.say("dimension." + dimension.key());
    }

    private static String key(Language language) {
        return language.name().toLowerCase(Locale.ROOT);
    }

    private static long holding(List<Claim> claims) {
        return claims.stream().filter(Claim::holds).count();
    }
}

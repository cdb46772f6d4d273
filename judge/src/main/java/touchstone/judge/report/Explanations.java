package touchstone.judge.report;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import touchstone.judge.text.Language;
import touchstone.judge.text.Words;
import touchstone.sandbox.Diagnostic;

/// What the frequent messages of the compiler mean and what to do, to be shown below the message.
public final class Explanations {
    static final String BUNDLE = "touchstone.judge.report.compiler";

    /// javac has several codes where people see one mistake.
    private static final Map<String, String> SAME = Map.ofEntries(
            Map.entry("compiler.err.cant.resolve", "compiler.err.cant.resolve.location"),
            Map.entry("compiler.err.cant.resolve.args", "compiler.err.cant.resolve.location.args"),
            Map.entry("compiler.err.cant.apply.symbols", "compiler.err.cant.apply.symbol"),
            Map.entry("compiler.err.expected2", "compiler.err.expected"),
            Map.entry("compiler.err.expected3", "compiler.err.expected"),
            Map.entry("compiler.err.expected4", "compiler.err.expected"),
            Map.entry("compiler.err.expected.module.or.open", "compiler.err.class.method.or.field.expected"),
            Map.entry("compiler.err.cont.outside.loop", "compiler.err.break.outside.switch.loop"),
            Map.entry("compiler.err.not.exhaustive.statement", "compiler.err.not.exhaustive"));

    /// Where one code covers different mistakes, javac's own words tell them apart; the box speaks English.
    private static final Map<String, String> PARTS = Map.of("possible lossy conversion", "/lossy",
            "unexpected return value", "/unexpected", "missing return value", "/missing");

    private Explanations() {}

    /// One or two sentences, if this is a message that has some. Code and message come from a box, so they
    /// are only ever looked up.
    public static Optional<String> of(Diagnostic diagnostic, Language language) {
        var words = Words.of(BUNDLE, language);
        var code = SAME.getOrDefault(diagnostic.code(), diagnostic.code());
        var parts = PARTS.entrySet()
                .stream()
                .filter(part -> diagnostic.message().contains(part.getKey()))
                .map(part -> code + part.getValue());
        return Stream.concat(parts, Stream.of(code))
                .filter(words.bundle()::containsKey)
                .findFirst()
                .map(words::say);
    }
}

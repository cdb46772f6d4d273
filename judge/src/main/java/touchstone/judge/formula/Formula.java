package touchstone.judge.formula;

import java.util.List;
import touchstone.judge.text.Hint;

/// An expression of numbers, as somebody wrote it and as it was understood.
///
/// @param text as written
/// @param variables that it may use, in the order in which values are given
/// @param normalised one spelling of all that mean the same, to be shown back
/// @param java the same as a Java expression of double variables `v0`, `v1`, …: the one thing that is ever
///        compiled, built from the parsed expression and never from the text
public record Formula(String text, List<String> variables, String normalised, String java) {
    public Formula {
        variables = List.copyOf(variables);
    }

    /// What became of a text.
    public sealed interface Reading {
        record Read(Formula formula) implements Reading {}

        record Unreadable(Hint hint) implements Reading {}
    }

    static final Hint EMPTY = Hint.at(0, "formula.empty");
    private static final int CHARACTERS_MAX = 1000;
    private static final int TOKENS_MAX = 400;

    /// Reads an expression of these variables. Never throws, whatever the text.
    public static Reading read(String text, List<String> variables) {
        if (text.isBlank()) {
            return new Reading.Unreadable(EMPTY);
        }
        if (text.length() > CHARACTERS_MAX) {
            return new Reading.Unreadable(Hint.at(0, "formula.long", CHARACTERS_MAX));
        }
        var tokens = Lexer.tokens(text);
        if (tokens.size() > TOKENS_MAX) {
            return new Reading.Unreadable(Hint.at(0, "formula.large", TOKENS_MAX));
        }
        try {
            var expression = new Parser(tokens, new Names(variables)).parse();
            return new Reading.Read(
                    new Formula(text, variables, Spelling.plain(expression), Spelling.java(expression)));
        } catch (UnreadableException e) {
            return new Reading.Unreadable(e.hint());
        }
    }

    /// What it says, to be drawn rather than written.
    public Expression expression() {
        try {
            return new Parser(Lexer.tokens(text), new Names(variables)).parse();
        } catch (UnreadableException e) {
            throw new IllegalStateException("read before, and now not: " + text, e);
        }
    }
}

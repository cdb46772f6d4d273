package touchstone.web.markup;

import java.util.Set;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Text;
import org.commonmark.node.Visitor;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Scanner;

/// A formula inside a line: `$…$`, or `$$…$$` to have it displayed. So that prices are no formulas, a single dollar
/// sign opens only before something and closes only after something and not before a digit.
final class FormulaInText extends CustomNode {
    private final String tex;
    private final boolean display;

    private FormulaInText(String tex, boolean display) {
        this.tex = tex;
        this.display = display;
    }

    String tex() {
        return tex;
    }

    boolean display() {
        return display;
    }

    /// As it was written.
    String source() {
        var dollars = display ? "$$" : "$";
        return dollars + tex + dollars;
    }

    @Override
    public void accept(Visitor visitor) {
        visitor.visit(this);
    }

    static final class Factory implements InlineContentParserFactory {
        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('$');
        }

        @Override
        public InlineContentParser create() {
            return FormulaInText::parse;
        }
    }

    private static ParsedInline parse(InlineParserState state) {
        var scanner = state.scanner();
        int dollars = scanner.matchMultiple('$');
        if (dollars > 2) {
            return ParsedInline.of(new Text("$".repeat(dollars)), scanner.position());
        }
        if (dollars == 1 && Character.isWhitespace(scanner.peek())) {
            return ParsedInline.none();
        }
        var start = scanner.position();
        var before = start;
        // without the limit, many dollar signs that close nothing would make this quadratic
        for (int length = 0; length <= Formulas.CHARACTERS_MAX && scanner.hasNext(); length++) {
            before = scanner.position();
            if (closes(scanner, dollars)) {
                var tex = scanner.getSource(start, before).getContent();
                return tex.isBlank() ? ParsedInline.none()
                        : ParsedInline.of(new FormulaInText(tex, dollars == 2), scanner.position());
            }
        }
        return ParsedInline.none();
    }

    /// Goes one character on, or to the formula's end.
    private static boolean closes(Scanner scanner, int dollars) {
        if (scanner.next('\\')) {
            scanner.next();
            return false;
        }
        if (scanner.peek() != '$') {
            scanner.next();
            return false;
        }
        boolean afterSpace = Character.isWhitespace(scanner.peekPreviousCodePoint());
        scanner.next();
        return dollars == 2 ? scanner.next('$') : !afterSpace && !Formulas.isDigit(scanner.peek());
    }
}

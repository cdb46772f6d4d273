package touchstone.web.markup;

import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;

/// An address between angle brackets, or the sign alone. HTML is text for us anyway, and commonmark's search for tags
/// takes seconds on a text of nothing but signs.
final class LessThan implements InlineContentParserFactory {
    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://[^\\s<>]+");
    private static final int ADDRESS_MAX = 500;

    @Override
    public Set<Character> getTriggerCharacters() {
        return Set.of('<');
    }

    @Override
    public InlineContentParser create() {
        return LessThan::parse;
    }

    private static ParsedInline parse(InlineParserState state) {
        var scanner = state.scanner();
        scanner.next();
        var start = scanner.position();
        if (scanner.next('h') || scanner.next('H')) {
            for (int length = 0; length < ADDRESS_MAX && "<>\n".indexOf(scanner.peek()) < 0; length++) {
                scanner.next();
            }
            var address = scanner.getSource(start, scanner.position()).getContent();
            if (scanner.next('>') && ADDRESS.matcher(address).matches()) {
                return ParsedInline.of(link(address), scanner.position());
            }
        }
        return ParsedInline.of(new Text("<"), start);
    }

    private static Node link(String address) {
        var link = new Link(address, null);
        link.appendChild(new Text(address));
        return link;
    }
}

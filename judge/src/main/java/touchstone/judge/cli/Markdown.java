package touchstone.judge.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import touchstone.judge.report.Columns;
import touchstone.judge.report.Style;

/// A statement for the terminal.
final class Markdown {
    /// Code comes first, so that a dollar sign in code begins no formula.
    private static final Pattern CODE_OR_FORMULA = Pattern
            .compile("(?s)(```.*?```|`[^`\n]*`)|\\$\\$(.+?)\\$\\$|\\$([^$\n]+?)\\$");
    private static final Pattern MARKS = Pattern.compile("[\\\\`*_{}\\[\\]<>#|~&!]");

    private Markdown() {}

    static String render(String markdown, Style style, int columns) {
        var renderer = new Renderer(style, columns);
        Parser.builder().build().parse(withoutFormulas(markdown)).accept(renderer);
        return renderer.out.toString().strip().replaceAll("\n{3,}", "\n\n") + "\n";
    }

    /// Underscores and stars of formulas are no Markdown.
    private static String withoutFormulas(String markdown) {
        return CODE_OR_FORMULA.matcher(markdown).replaceAll(found -> {
            if (found.group(1) != null) {
                return Matcher.quoteReplacement(found.group(1));
            }
            var formula = Latex.unicode(found.group(2) == null ? found.group(3) : found.group(2));
            return Matcher.quoteReplacement(MARKS.matcher(formula.replace('\n', ' ')).replaceAll("\\\\$0"));
        });
    }

    private static final class Renderer extends AbstractVisitor {
        private final StringBuilder out = new StringBuilder();
        private final StringBuilder line = new StringBuilder();
        private final Style style;
        private final int columns;
        private String indent = "";
        private String bullet = "";

        Renderer(Style style, int columns) {
            this.style = style;
            this.columns = columns;
        }

        @Override
        public void visit(Heading heading) {
            visitChildren(heading);
            out.append('\n').append(style.bold(take())).append("\n\n");
        }

        @Override
        public void visit(Paragraph paragraph) {
            visitChildren(paragraph);
            boolean first = true;
            for (var part : take().split("\n", -1)) {
                for (var wrapped : Columns.wrap(part, columns - indent.length())) {
                    out.append(first ? lead() : indent).append(wrapped).append('\n');
                    first = false;
                }
            }
            boolean tight = paragraph.getParent() instanceof ListItem && paragraph.getNext() == null;
            out.append(tight ? "" : "\n");
        }

        @Override
        public void visit(BulletList list) {
            visitChildren(list);
            out.append(indent.isEmpty() ? "\n" : "");
        }

        @Override
        public void visit(OrderedList list) {
            visitChildren(list);
            out.append(indent.isEmpty() ? "\n" : "");
        }

        @Override
        public void visit(ListItem item) {
            var outer = indent;
            bullet = indent + "  "
                    + (item.getParent() instanceof OrderedList list ? number(list, item) + "." : "•") + " ";
            indent = " ".repeat(bullet.length());
            visitChildren(item);
            indent = outer;
            bullet = "";
        }

        @Override
        public void visit(BlockQuote quote) {
            var outer = indent;
            indent += "  │ ";
            visitChildren(quote);
            indent = outer;
        }

        @Override
        public void visit(FencedCodeBlock block) {
            code(block.getLiteral());
        }

        @Override
        public void visit(IndentedCodeBlock block) {
            code(block.getLiteral());
        }

        @Override
        public void visit(ThematicBreak rule) {
            out.append("─".repeat(20)).append("\n\n");
        }

        @Override
        public void visit(Text text) {
            line.append(text.getLiteral());
        }

        @Override
        public void visit(Code code) {
            line.append('`').append(code.getLiteral()).append('`');
        }

        @Override
        public void visit(Emphasis emphasis) {
            visitChildren(emphasis);
        }

        @Override
        public void visit(StrongEmphasis emphasis) {
            visitChildren(emphasis);
        }

        @Override
        public void visit(Link link) {
            visitChildren(link);
            line.append(" <").append(link.getDestination()).append('>');
        }

        @Override
        public void visit(SoftLineBreak lineBreak) {
            // A table is a paragraph to the plain parser; its rows stay rows. Chinese lines join without a space.
            boolean table = line.toString().startsWith("|");
            boolean wide = !line.isEmpty() && Columns.width(line.substring(line.length() - 1)) == 2;
            line.append(table ? "\n" : wide ? "" : " ");
        }

        @Override
        public void visit(HardLineBreak lineBreak) {
            line.append('\n');
        }

        private void code(String literal) {
            literal.lines()
                    .forEach(row -> out.append(indent).append("    ").append(style.code(row)).append('\n'));
            out.append('\n');
        }

        /// The bullet for the first line of an item, the indent for all others.
        private String lead() {
            var lead = bullet.isEmpty() ? indent : bullet;
            bullet = "";
            return lead;
        }

        private String take() {
            var taken = line.toString();
            line.setLength(0);
            return taken;
        }

        private static int number(OrderedList list, ListItem item) {
            var start = list.getMarkerStartNumber();
            int number = start == null ? 1 : start;
            for (Node before = item.getPrevious(); before != null; before = before.getPrevious()) {
                number++;
            }
            return number;
        }
    }
}

package touchstone.web.markup;

import java.util.List;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/// Markdown with LaTeX between dollar signs, as HTML that can do no harm, whoever wrote it. No text makes it throw,
/// and none is lost: what is no formula, no permitted link or no HTML of ours is shown as it was written.
public final class Markup {
    private static final int CHARACTERS_MAX = 100_000;
    private static final int BLOCKS_INSIDE_ONE_ANOTHER_MAX = 30;
    private static final List<Extension> TABLES = List.of(TablesExtension.create());

    /// All but HTML, which is text like any other.
    private static final Set<Class<? extends Block>> BLOCKS = Set.of(Heading.class, BlockQuote.class,
            FencedCodeBlock.class, IndentedCodeBlock.class, ListBlock.class, ThematicBreak.class);

    private final Formulas formulas = new Formulas();
    private final Parser parser = Parser.builder()
            .extensions(TABLES)
            .maxOpenBlockParsers(BLOCKS_INSIDE_ONE_ANOTHER_MAX)
            .enabledBlockTypes(BLOCKS)
            .customBlockParserFactory(FormulaBlock.FACTORY)
            .customInlineContentParserFactory(new FormulaInText.Factory())
            .customInlineContentParserFactory(new LessThan())
            .build();

    /// Loads what formulas need, which takes about a second of CPU; without it, the first formula waits for that.
    public void warm() {
        formulas.warm();
    }

    /// Paragraphs, headings from `h2` on, lists, tables, code.
    public String page(String markdown) {
        return render(markdown, false);
    }

    /// The same, without the `p` around a text that is a single paragraph: for labels and cells.
    public String line(String markdown) {
        return render(markdown, true);
    }

    private String render(String markdown, boolean bare) {
        if (markdown.length() > CHARACTERS_MAX) {
            return verbatim(markdown);
        }
        try {
            var document = parser.parse(markdown);
            return renderer(bare && isOneParagraph(document)).render(document).strip();
        } catch (StackOverflowError _) {
            // emphasis in emphasis in emphasis
            return verbatim(markdown);
        }
    }

    private static boolean isOneParagraph(Node document) {
        return document.getFirstChild() instanceof Paragraph only && only.getNext() == null;
    }

    private static String verbatim(String markdown) {
        return "<pre class=\"source\">" + Escaped.prose(markdown) + "</pre>";
    }

    private HtmlRenderer renderer(boolean bare) {
        var allowance = new Allowance();
        return HtmlRenderer.builder()
                .extensions(TABLES)
                .escapeHtml(true)
                .omitSingleParagraphP(bare)
                .nodeRendererFactory(context -> new SafeNodes(context, formulas, allowance))
                .build();
    }
}

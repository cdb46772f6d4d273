package touchstone.web.markup;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/// All nodes that carry a text or an address, written so that they can do no harm.
final class SafeNodes implements NodeRenderer {
    /// A scheme, or an address on this host; `//` and `\\` lead to others.
    private static final Pattern PERMITTED = Pattern
            .compile("(?i)https?://.+|(?![/\\\\]{2})[^:\\\\]*([/?#].*)?", Pattern.DOTALL);
    private static final Pattern LANGUAGE = Pattern.compile("[a-z][a-z0-9+-]{0,19}");
    private static final int DEEPEST_HEADING = 6;

    private final HtmlNodeRendererContext context;
    private final HtmlWriter out;
    private final Formulas formulas;
    private final Allowance allowance;

    SafeNodes(HtmlNodeRendererContext context, Formulas formulas, Allowance allowance) {
        this.context = context;
        this.out = context.getWriter();
        this.formulas = formulas;
        this.allowance = allowance;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(Text.class, Code.class, FencedCodeBlock.class, IndentedCodeBlock.class, Heading.class,
                Link.class, Image.class, FormulaInText.class, FormulaBlock.class);
    }

    @Override
    public void render(Node node) {
        switch (node) {
            case Text text -> out.raw(Escaped.prose(Marked.of(text).own()));
            case Code code -> out.raw("<code>" + Escaped.code(code.getLiteral()) + "</code>");
            case FencedCodeBlock code -> code(code.getLiteral(), code.getInfo());
            case IndentedCodeBlock code -> code(code.getLiteral(), "");
            case Heading heading -> heading(heading);
            case Link link -> address(link, link.getDestination());
            case Image image -> dead(image, image.getDestination());
            case FormulaInText formula -> formula(formula);
            case FormulaBlock formula -> formula(formula);
            default -> throw new IllegalArgumentException("not asked for: " + node);
        }
    }

    private void block(String html) {
        out.line();
        out.raw(html);
        out.line();
    }

    private void code(String literal, String info) {
        var language = info.strip().split("\\s", 2)[0];
        var html = language.equals("java")
                ? String.join("\n", JavaSource.lines(literal.stripTrailing())) + "\n"
                : Escaped.code(literal);
        var classes = LANGUAGE.matcher(language).matches() ? " class=\"language-" + language + "\"" : "";
        block("<pre tabindex=\"0\"><code" + classes + ">" + html + "</code></pre>");
    }

    /// One level lower: the first is the page's own.
    private void heading(Heading heading) {
        var name = "h" + Math.min(heading.getLevel() + 1, DEEPEST_HEADING);
        out.line();
        out.tag(name);
        children(heading);
        out.tag("/" + name);
        out.line();
    }

    private void children(Node parent) {
        for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
            context.render(node);
        }
    }

    private void address(Link link, String destination) {
        if (!PERMITTED.matcher(destination).matches()
                || destination.codePoints().anyMatch(Escaped::misleads)) {
            dead(link, destination);
            return;
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("href", destination);
        attributes.put("rel", "noopener noreferrer nofollow");
        out.tag("a", attributes);
        children(link);
        out.tag("/a");
    }

    /// A picture, or a link to where none may lead: the words, and the address as a text.
    private void dead(Node node, String destination) {
        children(node);
        boolean same = node.getFirstChild() instanceof Text only
                && only.getNext() == null
                && only.getLiteral().equals(destination);
        if (!same && !destination.isEmpty()) {
            out.raw(" (" + Escaped.prose(destination) + ")");
        }
    }

    private void formula(FormulaInText formula) {
        var mathml = formulas.mathml(formula.tex(), formula.display(), allowance);
        var html = mathml
                .orElseGet(() -> "<code class=\"tex\">" + Escaped.prose(formula.source()) + "</code>");
        var before = Marked.before(formula);
        var after = Marked.after(formula);
        out.raw(before.isEmpty() && after.isEmpty() ? html
                : "<span class=\"together\">" + Escaped.prose(before) + html + Escaped.prose(after)
                        + "</span>");
    }

    private void formula(FormulaBlock formula) {
        var mathml = formula.isClosed() ? formulas.mathml(formula.tex(), true, allowance)
                : Optional.<String>empty();
        block(mathml.map(math -> "<div class=\"formula\">" + math + "</div>")
                .orElseGet(() -> "<pre class=\"tex\" tabindex=\"0\">" + Escaped.prose(formula.source())
                        + "</pre>"));
    }
}

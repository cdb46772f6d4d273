package touchstone.web.markup;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// HTML read strictly, and held against a list of all that may be in it.
final class Html {
    private static final String NOTHING = "(?!)";
    private static final Set<String> BARE = Set.of("p", "h2", "h3", "h4", "h5", "h6", "ul", "li", "em",
            "strong", "blockquote", "hr", "br", "table", "thead", "tbody", "tr", "math", "semantics", "mrow",
            "mi", "mn", "mo", "mtext", "mspace", "mfrac", "msqrt", "mroot", "msub", "msup", "msubsup",
            "munder", "mover", "munderover", "mtable", "mtr", "mphantom", "mstyle", "mpadded", "mtd", "pre",
            "code", "div", "span", "root");
    private static final Map<String, String> CLASSES = Map.of("pre", "source|tex", "code",
            "tex|language-[a-z0-9+-]+", "div", "formula|code", "span",
            "together|chip|kw|str|num|com|ann|type|ln", "mrow", "framed|struck", "mtd",
            "(left|right|rule-after|rule-below| )+");
    private static final Map<String, Map<String, String>> MORE = Map.of("a",
            Map.of("href", "https?://.*|[^:]*|[^:]*[/?#].*", "rel", "noopener noreferrer nofollow"), "ol",
            Map.of("start", "\\d+"), "th", Map.of("align", "left|right|center"), "td",
            Map.of("align", "left|right|center"), "annotation",
            Map.of("encoding", "application/x-tex|text/plain"), "pre", Map.of("tabindex", "0"), "div",
            Map.of("tabindex", "0", "role", "region", "aria-label", ".*"), "span",
            Map.of("id", ".*L\\d+", "data-n", "\\d+"));
    private static final Set<String> OF_FORMULAS = Set.of("stretchy", "fence", "separator", "accent",
            "accentunder", "largeop", "movablelimits", "symmetric", "displaystyle", "lspace", "rspace",
            "width", "height", "depth", "voffset", "linethickness", "minsize", "maxsize", "display",
            "mathvariant", "scriptlevel", "form");

    private Html() {}

    /// Fails if it is not well-formed, or if anything is in it that is not on the list.
    static Element safe(String html) {
        try {
            var parsers = DocumentBuilderFactory.newDefaultInstance();
            // as deep as it goes
            parsers.setAttribute("jdk.xml.maxElementDepth", "0");
            var root = parsers.newDocumentBuilder()
                    .parse(new InputSource(new StringReader("<root>" + html + "</root>")))
                    .getDocumentElement();
            check(root);
            return root;
        } catch (ParserConfigurationException | IOException | SAXException e) {
            throw new AssertionError("not well-formed: " + html, e);
        }
    }

    /// Without assertions: there are hundreds of thousands of elements.
    private static void check(Element element) {
        var name = element.getTagName();
        if (!BARE.contains(name) && !MORE.containsKey(name)) {
            throw new AssertionError("not on the list: " + name);
        }
        var attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            var attribute = attributes.item(i);
            if (!attribute.getNodeValue().matches(permitted(name, attribute.getNodeName()))) {
                throw new AssertionError("not on the list: " + attribute + " of " + name);
            }
        }
        children(element).filter(Element.class::isInstance).map(Element.class::cast).forEach(Html::check);
    }

    private static String permitted(String element, String attribute) {
        if (attribute.equals("class")) {
            return CLASSES.getOrDefault(element, NOTHING);
        }
        return element.startsWith("m") && OF_FORMULAS.contains(attribute) ? "[a-z0-9.%-]*"
                : MORE.getOrDefault(element, Map.of()).getOrDefault(attribute, NOTHING);
    }

    private static Stream<Node> children(Node node) {
        var children = node.getChildNodes();
        return IntStream.range(0, children.getLength()).mapToObj(children::item);
    }

    static List<Element> all(String html, String name) {
        var found = safe(html).getElementsByTagName(name);
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
    }

    static String text(String html) {
        return safe(html).getTextContent();
    }
}

package touchstone.web.markup;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Writes KaTeX's MathML anew: known elements and attributes only, and what browsers no longer take from attributes
/// (alphabets, alignment of columns, rules, frames) as letters and classes.
final class MathmlFilter {
    private static final Set<String> ELEMENTS = Set.of("math", "semantics", "annotation", "mrow", "mi", "mn",
            "mo", "mtext", "mspace", "mfrac", "msqrt", "mroot", "msub", "msup", "msubsup", "munder", "mover",
            "munderover", "mtable", "mtr", "mtd", "mstyle", "mpadded", "mphantom", "menclose");
    private static final Pattern LENGTH = Pattern.compile("-?\\d{0,3}(\\.\\d+)?(em|ex|px|pt|mu|%)?");
    private static final Pattern SWITCH = Pattern.compile("true|false");
    private static final Map<String, Pattern> ATTRIBUTES = Map.ofEntries(Map.entry("stretchy", SWITCH),
            Map.entry("fence", SWITCH), Map.entry("separator", SWITCH), Map.entry("accent", SWITCH),
            Map.entry("accentunder", SWITCH), Map.entry("largeop", SWITCH),
            Map.entry("movablelimits", SWITCH), Map.entry("symmetric", SWITCH),
            Map.entry("displaystyle", SWITCH), Map.entry("lspace", LENGTH), Map.entry("rspace", LENGTH),
            Map.entry("width", LENGTH), Map.entry("height", LENGTH), Map.entry("depth", LENGTH),
            Map.entry("voffset", LENGTH), Map.entry("linethickness", LENGTH), Map.entry("minsize", LENGTH),
            Map.entry("maxsize", LENGTH), Map.entry("display", Pattern.compile("block")),
            Map.entry("mathvariant", Pattern.compile("normal")),
            Map.entry("scriptlevel", Pattern.compile("\\d")),
            Map.entry("form", Pattern.compile("prefix|infix|postfix")),
            Map.entry("encoding", Pattern.compile("application/x-tex")));

    private final XMLInputFactory readers = XMLInputFactory.newDefaultFactory();

    MathmlFilter() {
        readers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        readers.setProperty(XMLInputFactory.IS_COALESCING, true);
    }

    /// Nothing if there is something in it that no formula needs.
    Optional<String> clean(String html) {
        try {
            var reader = readers.createXMLStreamReader(new StringReader(html));
            return new Writing(reader).all();
        } catch (XMLStreamException _) {
            return Optional.empty();
        }
    }

    private static final class Writing {
        private final XMLStreamReader in;
        private final StringBuilder out = new StringBuilder();
        private final Deque<MathTable> tables = new ArrayDeque<>();
        private String variant = "";

        Writing(XMLStreamReader in) {
            this.in = in;
        }

        Optional<String> all() throws XMLStreamException {
            while (in.hasNext()) {
                switch (in.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        // KaTeX's own frame around the whole
                        if (!in.getLocalName().equals("span") && !ELEMENTS.contains(in.getLocalName())) {
                            return Optional.empty();
                        }
                        start(in.getLocalName());
                    }
                    case XMLStreamConstants.END_ELEMENT -> end(in.getLocalName());
                    case XMLStreamConstants.CHARACTERS -> text(in.getText());
                    default -> {
                        // comments and instructions, which KaTeX does not write, have no place here
                    }
                }
            }
            return Optional.of(out.toString());
        }

        private void text(String text) {
            out.append(Escaped.prose(MathLetters.of(variant, text)));
        }

        private void start(String name) {
            variant = attribute("mathvariant");
            switch (name) {
                case "span" -> {
                    return;
                }
                case "menclose" -> {
                    out.append("<mrow class=\"").append(frame()).append("\">");
                    return;
                }
                case "mtable" -> tables.push(new MathTable(attribute("columnalign"), attribute("columnlines"),
                        attribute("rowlines")));
                case "mtr" -> tables.element().row();
                default -> {
                    // no more than its attributes
                }
            }
            out.append('<').append(name);
            for (int i = 0; i < in.getAttributeCount(); i++) {
                attribute(in.getAttributeLocalName(i), in.getAttributeValue(i));
            }
            var classes = name.equals("mtd") ? tables.element().cell() : "";
            out.append(classes.isEmpty() ? ">" : " class=\"" + classes + "\">");
        }

        private String attribute(String name) {
            var value = in.getAttributeValue(null, name);
            return value == null ? "" : value;
        }

        private void attribute(String name, String value) {
            var allowed = ATTRIBUTES.get(name);
            if (allowed != null && allowed.matcher(value).matches()) {
                out.append(' ').append(name).append("=\"").append(value).append('"');
            }
        }

        private String frame() {
            return attribute("notation").endsWith("strike") ? "struck" : "framed";
        }

        private void end(String name) {
            variant = "";
            if (name.equals("mtable")) {
                tables.pop();
            }
            if (!name.equals("span")) {
                out.append("</").append(name.equals("menclose") ? "mrow" : name).append('>');
            }
        }
    }
}

package touchstone.web.campaign;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// A workbook as plain ZIP and XML.
final class XlsxReader {
    private final Map<String, Document> parts = new HashMap<>();

    XlsxReader(byte[] bytes) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        // as spreadsheets do, by the directory at the end: the entries' own heads need not know their sizes
        var file = Files.write(Files.createTempFile("workbook", ".xlsx"), bytes);
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                if (entry.getName().endsWith(".xml")) {
                    parts.put(entry.getName(), factory.newDocumentBuilder().parse(zip.getInputStream(entry)));
                }
            }
        } finally {
            Files.delete(file);
        }
    }

    /// @param type as in the file: `n` or none for a number
    record Cell(String type, String text) {
        boolean number() {
            return type.isEmpty() || type.equals("n");
        }
    }

    Document part(String name) {
        return parts.computeIfAbsent(name, missing -> {
            throw new IllegalArgumentException(missing + " is not among " + parts.keySet());
        });
    }

    /// By address: `A1`.
    Map<String, Cell> sheet(int number) {
        var cells = new HashMap<String, Cell>();
        var shared = elements(part("xl/sharedStrings.xml").getElementsByTagName("si"));
        for (var cell : elements(part("xl/worksheets/sheet" + number + ".xml").getElementsByTagName("c"))) {
            var type = cell.getAttribute("t");
            var text = cell.getTextContent();
            var words = type.equals("s") ? shared.get(Integer.parseInt(text)).getTextContent() : text;
            cells.put(cell.getAttribute("r"), new Cell(type, words));
        }
        return cells;
    }

    static List<Element> elements(NodeList nodes) {
        var elements = new ArrayList<Element>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}

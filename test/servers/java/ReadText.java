import java.io.File;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * Prints as JSON what a text holds: `properties FILE` an object; `xml FILE SCHEMA` its elements, once they are valid, each
 * with its `name`, its `attributes` and its `children`.
 */
public class ReadText {
    public static void main(String[] args) throws Exception {
        Path file = Path.of(args[1]);
        System.out.println(args[0].equals("xml") ? xml(file.toFile(), new File(args[2])) : properties(file));
    }

    private static String properties(Path file) throws Exception {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        List<String> members = new ArrayList<>();
        for (String name : new TreeSet<>(properties.stringPropertyNames())) {
            members.add(quoted(name) + ":" + quoted(properties.getProperty(name)));
        }
        return "{" + String.join(",", members) + "}";
    }

    private static String xml(File file, File schema) throws Exception {
        Element root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file).getDocumentElement();
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(schema)
                .newValidator()
                .validate(new DOMSource(root));
        return element(root);
    }

    private static String element(Element element) {
        List<String> attributes = new ArrayList<>();
        NamedNodeMap named = element.getAttributes();
        for (int at = 0; at < named.getLength(); at++) {
            attributes.add(quoted(named.item(at).getNodeName()) + ":" + quoted(named.item(at).getNodeValue()));
        }
        List<String> children = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(element(child));
            }
        }
        return "{\"name\":" + quoted(element.getTagName())
                + ",\"attributes\":{" + String.join(",", attributes)
                + "},\"children\":[" + String.join(",", children) + "]}";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}

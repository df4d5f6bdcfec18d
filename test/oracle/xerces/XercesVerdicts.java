import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.File;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.Validator;
import org.apache.xerces.impl.Version;
import org.apache.xerces.jaxp.validation.XMLSchemaFactory;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * What Xerces-J says of messages: the oracle beside our own validator. Only tests and their data are made with it.
 *
 * Arguments: the entry documents of a schema set, as published. Standard input: messages, each behind its length (four
 * bytes, the highest first). Standard output: a first line with the version, then one character a message: V for valid,
 * I for invalid, M for not well-formed.
 */
public final class XercesVerdicts {
  public static void main(String[] entries) throws Exception {
    Validator validator = compile(entries).newValidator();
    DataInputStream in = new DataInputStream(new BufferedInputStream(System.in, 1 << 16));
    OutputStream out = new BufferedOutputStream(System.out);
    out.write((Version.getVersion() + "\n").getBytes(StandardCharsets.UTF_8));
    for (byte[] message = next(in); message != null; message = next(in)) out.write(verdict(validator, message));
    out.flush();
  }

  /**
   * The sets declare one namespace in several documents. Without "honour all" only the first import of a namespace counts,
   * and of several sources only the first; so one document without a namespace imports them all.
   */
  private static Schema compile(String[] entries) throws Exception {
    XMLSchemaFactory factory = new XMLSchemaFactory();
    factory.setFeature("http://apache.org/xml/features/honour-all-schemaLocations", true);
    factory.setFeature("http://apache.org/xml/features/validation/schema-full-checking", true);
    factory.setErrorHandler(new FirstComplaint());
    StringBuilder imports = new StringBuilder("<schema xmlns='http://www.w3.org/2001/XMLSchema'>");
    for (String entry : entries) {
      String location = new File(entry).toURI().toString();
      imports.append("<import namespace='" + namespaceOf(location) + "' schemaLocation='" + location + "'/>");
    }
    String all = imports.append("</schema>").toString();
    return factory.newSchema(new StreamSource(new StringReader(all), new File("all.xsd").toURI().toString()));
  }

  private static String namespaceOf(String location) throws Exception {
    DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    return builder.parse(location).getDocumentElement().getAttribute("targetNamespace");
  }

  private static byte[] next(DataInputStream in) throws java.io.IOException {
    in.mark(1);
    if (in.read() < 0) return null;
    in.reset();
    byte[] message = new byte[in.readInt()];
    in.readFully(message);
    return message;
  }

  private static char verdict(Validator validator, byte[] message) throws java.io.IOException {
    FirstComplaint complaint = new FirstComplaint();
    validator.setErrorHandler(complaint);
    try {
      validator.validate(new StreamSource(new ByteArrayInputStream(message)));
      return 'V';
    } catch (SAXException cause) {
      if (System.getenv("XERCES_TELL") != null) System.err.println(cause.getMessage());
      return complaint.isFatal ? 'M' : 'I';
    }
  }

  /** Stops at the first error. A fatal one means that the document is not XML. */
  private static final class FirstComplaint implements ErrorHandler {
    boolean isFatal;

    public void warning(SAXParseException cause) {}

    public void error(SAXParseException cause) throws SAXException {
      throw cause;
    }

    public void fatalError(SAXParseException cause) throws SAXException {
      isFatal = true;
      throw cause;
    }
  }
}

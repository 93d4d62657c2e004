package io.falconet.cluster.report;

import java.io.StringWriter;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * HTML under construction, by the platform's own XML writer: tags are balanced, and whatever is text is escaped. The page is
 * XML too, so that tests can read it.
 *
 * <pre>{@code
 * page.open("p", "class", "note").text("Fewer than 3 & no <tags>").close();
 * }</pre>
 */
final class Markup {
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter out;

    /** A page without content. */
    Markup() {
        try {
            out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            out.writeDTD("<!DOCTYPE html>");
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    /**
     * Opens an element.
     *
     * @param attributes names and values by turns; an attribute without value (null) is left out
     */
    Markup open(String element, String... attributes) {
        try {
            out.writeStartElement(element);
            attributes(attributes);
            return this;
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    /** Closes the element opened last. */
    Markup close() {
        try {
            out.writeCharacters(
                    ""); // ends the start tag: an element without content is no <x/>, which HTML does not know
            out.writeEndElement();
            return this;
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    /** An element that never has content, such as {@code meta} or one of SVG. */
    Markup leaf(String element, String... attributes) {
        try {
            out.writeEmptyElement(element);
            attributes(attributes);
            return this;
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    /** Text, escaped. What XML cannot hold, such as control characters of a terminal, is replaced. */
    Markup text(String content) {
        try {
            out.writeCharacters(printable(content));
            return this;
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    /** An element that holds text alone. */
    Markup element(String element, String content, String... attributes) {
        return open(element, attributes).text(content).close();
    }

    /** The page so far. */
    String html() {
        try {
            out.flush();
            return text.toString();
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    /** A number of SVG's: pixels, to a tenth. */
    static String px(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i + 1] != null) {
                out.writeAttribute(attributes[i], printable(attributes[i + 1]));
            }
        }
    }

    private static String printable(String content) {
        return content.codePoints()
                .map(point ->
                        point == '\n' || point == '\t' || point >= ' ' && Character.isDefined(point) ? point : '\uFFFD')
                .map(point ->
                        point >= 0xD800 && point < 0xE000 || point == 0xFFFE || point == 0xFFFF ? '\uFFFD' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static IllegalStateException failed(XMLStreamException e) {
        return new IllegalStateException("Text in memory can be written.", e);
    }
}

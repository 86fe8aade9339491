package org.dudao.plan.reading.document;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.dudao.plan.reading.document.UnreadableDocument.Reason;
import org.jspecify.annotations.Nullable;

/** A part's XML, element by element. Office formats have no document type: one that has is not read at all. */
final class Xml {

    /** Word nests some dozens deep; thousands are made to break a reader. The JDK stops at 100, without saying why. */
    private static final int DEEPEST = 150;

    private static final XMLInputFactory FACTORY = XMLInputFactory.newDefaultFactory();

    static {
        FACTORY.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        FACTORY.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        FACTORY.setProperty(XMLInputFactory.IS_COALESCING, true);
        FACTORY.setProperty("jdk.xml.maxElementDepth", 2 * DEEPEST);
    }

    private final XMLStreamReader reader;
    private int depth;

    Xml(byte[] part) throws XMLStreamException {
        reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(part));
    }

    /** @return the kind of the next event, as in {@link XMLStreamConstants}; END_DOCUMENT at last */
    int next() throws XMLStreamException {
        if (!reader.hasNext()) {
            return XMLStreamConstants.END_DOCUMENT;
        }
        int event = reader.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new UnreadableDocument(Reason.BROKEN);
        }
        depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        if (depth > DEEPEST) {
            throw new UnreadableDocument(Reason.TOO_DEEP);
        }
        return event;
    }

    /** To the end of the element that has just begun. */
    void skip() throws XMLStreamException {
        int until = depth - 1;
        while (depth > until && next() != XMLStreamConstants.END_DOCUMENT) {}
    }

    String name() {
        return reader.getLocalName();
    }

    String text() {
        return reader.getText();
    }

    @Nullable
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /** A number, or the other one where there is none. */
    int number(String name, int otherwise) {
        String value = attribute(name);
        return value != null && value.matches("-?\\d{1,9}") ? Integer.parseInt(value) : otherwise;
    }

    /** Word's on-off elements are on unless they say otherwise. */
    boolean isOn() {
        String value = attribute("val");
        return value == null || !(value.equals("0") || value.equals("false") || value.equals("off"));
    }
}

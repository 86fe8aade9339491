package org.dudao.task.evidencing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.dudao.task.evidencing.EvidenceRefused.Reason;

/** A zip that says it is a document: which one, what runs in it, and what it unpacks to. Nothing of it is written anywhere. */
final class OfficeFile {

    /** Real ones have some hundreds of parts. */
    private static final int PARTS = 5_000;

    /** Unpacked as far as it goes, counted, not believed: the sizes that a zip states may lie. */
    private static final long UNPACKED = 256L * 1024 * 1024;

    private static final int XML_PART = 4 * 1024 * 1024;
    private static final String CONTENT_TYPES = "[Content_Types].xml";

    private OfficeFile() {}

    static FileType typeOf(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > PARTS) {
                throw new EvidenceRefused(Reason.INFLATES);
            }
            ZipEntry types = zip.getEntry(CONTENT_TYPES);
            if (types == null) {
                throw new EvidenceRefused(Reason.ARCHIVE);
            }
            count(zip);
            List<String> stated = attributes(zip, types, "ContentType");
            refuseWhatRuns(zip, stated);
            return mainOf(stated);
        } catch (ZipException e) {
            throw new EvidenceRefused(Reason.BROKEN);
        }
    }

    private static void count(ZipFile zip) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long unpacked = 0;
        for (ZipEntry part : zip.stream().toList()) {
            try (InputStream in = zip.getInputStream(part)) {
                for (int n; (n = in.read(buffer)) > 0; ) {
                    unpacked += n;
                    if (unpacked > UNPACKED) {
                        throw new EvidenceRefused(Reason.INFLATES);
                    }
                }
            }
        }
    }

    private static void refuseWhatRuns(ZipFile zip, List<String> stated) throws IOException {
        if (stated.stream()
                .anyMatch(t -> t.contains("macroenabled") || t.contains("vbaproject") || t.contains("activex"))) {
            throw new EvidenceRefused(Reason.MACROS);
        }
        for (ZipEntry part : zip.stream().toList()) {
            String name = part.getName().toLowerCase(Locale.ROOT);
            if (name.endsWith("vbaproject.bin") || name.contains("/activex/")) {
                throw new EvidenceRefused(Reason.MACROS);
            }
            if (name.endsWith("settings.xml.rels")
                    && attributes(zip, part, "Type").stream().anyMatch(t -> t.endsWith("/attachedtemplate"))
                    && attributes(zip, part, "TargetMode").contains("external")) {
                throw new EvidenceRefused(Reason.MACROS);
            }
        }
    }

    private static FileType mainOf(List<String> stated) {
        for (String type : stated) {
            switch (type.substring(type.lastIndexOf('/') + 1)) {
                case "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml" -> {
                    return FileType.DOCX;
                }
                case "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml" -> {
                    return FileType.XLSX;
                }
                case "vnd.openxmlformats-officedocument.presentationml.presentation.main+xml" -> {
                    return FileType.PPTX;
                }
                default -> {
                    // another part
                }
            }
        }
        throw new EvidenceRefused(Reason.ARCHIVE);
    }

    /** All values of an attribute, in lower case; no entity is resolved. */
    private static List<String> attributes(ZipFile zip, ZipEntry part, String name) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        List<String> values = new ArrayList<>();
        try (InputStream in = new FirstBytes(zip.getInputStream(part), XML_PART)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT) {
                    String value = xml.getAttributeValue(null, name);
                    if (value != null) {
                        values.add(value.toLowerCase(Locale.ROOT));
                    }
                }
            }
            return values;
        } catch (XMLStreamException e) {
            throw new EvidenceRefused(Reason.BROKEN);
        }
    }
}

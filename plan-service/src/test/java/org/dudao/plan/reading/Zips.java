package org.dudao.plan.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packages for tests, part by part, so that they can hold what no library would write. */
final class Zips {

    static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private Zips() {}

    static byte[] of(Map<String, byte[]> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** @param more name and XML of further parts, one after the other */
    static byte[] docx(String body, String... more) {
        return office(WORD, "word/document.xml", utf8(document(body)), more);
    }

    static String document(String body) {
        return "<w:document xmlns:w='" + W
                + "' xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'><w:body>" + body
                + "</w:body></w:document>";
    }

    static byte[] office(String type, String main, byte[] content, String... more) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                utf8("<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Override PartName='/"
                        + main + "' ContentType='" + type + "'/></Types>"));
        parts.put(
                "_rels/.rels",
                utf8(
                        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='r1' "
                                + "Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' Target='"
                                + main + "'/></Relationships>"));
        parts.put(main, content);
        for (int i = 0; i < more.length; i += 2) {
            parts.put(more[i], utf8(more[i + 1].replace("XMLNS", "xmlns:w='" + W + "'")));
        }
        return of(parts);
    }

    static String p(String text) {
        return "<w:p>" + r(text) + "</w:p>";
    }

    static String r(String text) {
        return "<w:r><w:t xml:space='preserve'>" + text + "</w:t></w:r>";
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

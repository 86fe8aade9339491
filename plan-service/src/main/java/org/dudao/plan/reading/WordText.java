package org.dudao.plan.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.extractor.WordExtractor;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.dudao.plan.reading.UnreadableDocument.Reason;

/** Word, both generations. Numbers that Word computes (automatic lists) are written out, since the outline hangs on them. */
final class WordText {

    static {
        ZipSecureFile.setMinInflateRatio(Limits.SMALLEST_INFLATE_RATIO);
        ZipSecureFile.setMaxEntrySize(100L * 1024 * 1024);
        ZipSecureFile.setMaxTextSize(Limits.CHARACTERS * 4L);
    }

    private WordText() {}

    static List<Paragraph> ofDocx(byte[] bytes) throws IOException {
        try (OPCPackage opened = OPCPackage.open(new ByteArrayInputStream(bytes))) {
            if (opened.getPartsByContentType(
                            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml")
                    .isEmpty()) {
                throw new UnreadableDocument(Reason.FOREIGN);
            }
            List<Paragraph> paragraphs = new ArrayList<>();
            AutomaticNumbers numbers = new AutomaticNumbers();
            for (IBodyElement element : new XWPFDocument(opened).getBodyElements()) {
                switch (element) {
                    case XWPFParagraph p ->
                        paragraphs.addAll((numbers.of(p) + p.getText())
                                .lines()
                                .map(Paragraph::of)
                                .toList());
                    case XWPFTable table ->
                        table.getRows()
                                .forEach(row -> row.getTableCells()
                                        .forEach(cell -> paragraphs.addAll(cell.getText()
                                                .lines()
                                                .map(Paragraph::of)
                                                .toList())));
                    default -> {}
                }
            }
            return paragraphs;
        } catch (InvalidFormatException e) {
            throw new UnreadableDocument(Reason.BROKEN, e);
        }
    }

    static List<Paragraph> ofDoc(byte[] bytes) throws IOException {
        try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            if (files.getRoot().hasEntryCaseInsensitive("EncryptedPackage")) {
                throw new UnreadableDocument(Reason.ENCRYPTED);
            }
            if (!files.getRoot().hasEntryCaseInsensitive("WordDocument")) {
                throw new UnreadableDocument(Reason.FOREIGN);
            }
            List<Paragraph> paragraphs = new ArrayList<>();
            try (HWPFDocument document = new HWPFDocument(files)) {
                for (int i = 0; i < document.getRange().numParagraphs(); i++) {
                    org.apache.poi.hwpf.usermodel.Paragraph paragraph =
                            document.getRange().getParagraph(i);
                    paragraphs.addAll(WordExtractor.stripFields(paragraph.text())
                            .replace('\u000b', '\n')
                            .replace("\u0007", "")
                            .lines()
                            .map(Paragraph::of)
                            .toList());
                }
            }
            return paragraphs;
        } catch (EncryptedDocumentException e) {
            throw new UnreadableDocument(Reason.ENCRYPTED, e);
        }
    }
}

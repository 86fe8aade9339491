package org.dudao.plan.reading.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.OldWordFileFormatException;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.HWPFList;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.hwpf.usermodel.Table;
import org.apache.poi.hwpf.usermodel.TableRow;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.dudao.plan.reading.document.UnreadableDocument.Reason;
import org.dudao.plan.reading.wording.Numerals;

/** The binary format of Word 97 and of WPS. */
final class WordText {

    /** The number formats of a list that are Chinese numerals: see MSONFC in [MS-OSHARED]. */
    private static final List<Integer> CHINESE_FORMATS = List.of(10, 11, 33, 34, 35, 37, 39);

    private WordText() {}

    static List<Paragraph> of(byte[] bytes) throws IOException {
        try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            DirectoryNode root = files.getRoot();
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
                throw new UnreadableDocument(Reason.ENCRYPTED);
            }
            if (root.hasEntryCaseInsensitive("Workbook") || root.hasEntryCaseInsensitive("Book")) {
                throw new UnreadableDocument(Reason.SHEET);
            }
            if (!root.hasEntryCaseInsensitive("WordDocument")) {
                throw new UnreadableDocument(Reason.FOREIGN);
            }
            try (HWPFDocument document = new HWPFDocument(files)) {
                return paragraphs(document.getRange());
            }
        } catch (EncryptedDocumentException e) {
            throw new UnreadableDocument(Reason.ENCRYPTED, e);
        } catch (OldWordFileFormatException e) {
            throw new UnreadableDocument(Reason.OLD_WORD, e);
        }
    }

    private static List<Paragraph> paragraphs(Range range) {
        List<Paragraph> paragraphs = new ArrayList<>();
        Map<String, Integer> counters = new HashMap<>();
        int tableEnd = -1;
        for (int i = 0; i < range.numParagraphs(); i++) {
            var paragraph = range.getParagraph(i);
            if (paragraph.getStartOffset() < tableEnd) {
                continue;
            }
            if (paragraph.isInTable()) {
                Table table = range.getTable(paragraph);
                Optional<List<Paragraph>> rows = Tables.rows(grid(table));
                if (rows.isPresent()) {
                    paragraphs.addAll(rows.get());
                    tableEnd = table.getEndOffset();
                    continue;
                }
            }
            String text = text(paragraph);
            if (!text.isBlank()) {
                int level = paragraph.getLvl() < 9 ? paragraph.getLvl() + 1 : 0;
                (number(paragraph, counters) + text)
                        .lines()
                        .map(line -> Paragraph.heading(line, level))
                        .forEach(paragraphs::add);
            }
        }
        return paragraphs;
    }

    private static List<List<String>> grid(Table table) {
        List<List<String>> grid = new ArrayList<>();
        for (int i = 0; i < table.numRows(); i++) {
            TableRow row = table.getRow(i);
            List<String> cells = new ArrayList<>();
            for (int j = 0; j < row.numCells(); j++) {
                cells.add(text(row.getCell(j)).strip());
            }
            grid.add(cells);
        }
        return grid;
    }

    /** Without what is deleted or hidden, and without the instructions of fields. */
    private static String text(Range range) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < range.numCharacterRuns(); i++) {
            CharacterRun run = range.getCharacterRun(i);
            if (!run.isMarkedDeleted() && !run.isVanished()) {
                text.append(run.text());
            }
        }
        return Range.stripFields(text.toString())
                .replace('\u000b', '\n')
                .replace('\r', '\n')
                .replace('\u001e', '-')
                .replaceAll("[\\u0007\\u001f\\f]", "")
                .stripTrailing();
    }

    private static String number(org.apache.poi.hwpf.usermodel.Paragraph paragraph, Map<String, Integer> counters) {
        if (!paragraph.isInList()) {
            return "";
        }
        HWPFList list = paragraph.getList();
        int depth = paragraph.getIlvl();
        String pattern = list.getNumberText((char) depth);
        if (pattern == null) {
            return "";
        }
        counters.keySet()
                .removeIf(key -> key.startsWith(list.getLsid() + ".") && key.charAt(key.length() - 1) > '0' + depth);
        counters.merge(list.getLsid() + "." + depth, list.getStartAt((char) depth), (counted, start) -> counted + 1);
        StringBuilder shown = new StringBuilder();
        for (char c : pattern.toCharArray()) {
            if (c < 9) {
                int number = counters.getOrDefault(list.getLsid() + "." + (int) c, 1);
                boolean chinese = CHINESE_FORMATS.contains(list.getNumberFormat(c));
                shown.append(chinese ? Numerals.chinese(number) : Integer.toString(number));
            } else {
                shown.append(c);
            }
        }
        return list.getNumberFormat((char) depth) == BULLET ? "" : shown.toString();
    }

    private static final int BULLET = 23;

    /** A web page or an .rtf that only calls itself .doc. */
    static Optional<Reason> disguised(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 400), StandardCharsets.ISO_8859_1)
                .strip()
                .toLowerCase(java.util.Locale.ROOT);
        if (head.startsWith("{\\rtf")) {
            return Optional.of(Reason.RICH_TEXT);
        }
        boolean page = head.startsWith("<!doctype html")
                || head.startsWith("<html")
                || head.contains("<html")
                || head.startsWith("mime-version:");
        return page ? Optional.of(Reason.WEB_PAGE) : Optional.empty();
    }
}

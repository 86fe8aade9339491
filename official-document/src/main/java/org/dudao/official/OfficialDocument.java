package org.dudao.official;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;

/** A document in the format of GB/T 9704-2012: A4, its margins, its fonts (named, never shipped), 28 points a line. */
public final class OfficialDocument {

    private static final double TWIPS_PER_MM = 56.6929;
    private static final String BODY = "仿宋_GB2312";
    private static final String HEADING = "黑体";
    private static final String SECOND = "楷体_GB2312";
    private static final String TITLE = "方正小标宋简体";
    private static final int BODY_POINTS = 16;
    private static final int TITLE_POINTS = 22;
    private static final int TABLE_POINTS = 11;

    private final XWPFDocument document = new XWPFDocument();

    /** @param wide for tables: the page lies on its side */
    public OfficialDocument(boolean wide) {
        CTSectPr page = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = page.addNewPgSz();
        size.setW(twips(wide ? 297 : 210));
        size.setH(twips(wide ? 210 : 297));
        size.setOrient(wide ? STPageOrientation.LANDSCAPE : STPageOrientation.PORTRAIT);
        CTPageMar margins = page.addNewPgMar();
        margins.setTop(twips(wide ? 28 : 37));
        margins.setBottom(twips(wide ? 26 : 35));
        margins.setLeft(twips(wide ? 25 : 28));
        margins.setRight(twips(wide ? 25 : 26));
    }

    public OfficialDocument title(String text) {
        XWPFParagraph p = paragraph(text, TITLE, TITLE_POINTS, 35);
        p.setAlignment(ParagraphAlignment.CENTER);
        p.setSpacingAfterLines(100);
        return this;
    }

    public OfficialDocument heading(String text) {
        indented(paragraph(text, HEADING, BODY_POINTS, 28));
        return this;
    }

    public OfficialDocument second(String text) {
        indented(paragraph(text, SECOND, BODY_POINTS, 28));
        return this;
    }

    public OfficialDocument body(String text) {
        indented(paragraph(text, BODY, BODY_POINTS, 28));
        return this;
    }

    public OfficialDocument table(List<String> head, List<List<String>> rows, List<Integer> widths) {
        XWPFTable table = document.createTable(rows.size() + 1, head.size());
        table.setWidth("100%");
        row(table.getRow(0), head, HEADING, widths);
        table.getRow(0).setRepeatHeader(true);
        for (int i = 0; i < rows.size(); i++) {
            row(table.getRow(i + 1), rows.get(i), BODY, widths);
            table.getRow(i + 1).setCantSplitRow(true);
        }
        return this;
    }

    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (document) {
            document.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void row(XWPFTableRow row, List<String> cells, String font, List<Integer> widths) {
        int all = widths.stream().mapToInt(Integer::intValue).sum();
        for (int c = 0; c < cells.size(); c++) {
            XWPFTableCell cell = row.getCell(c);
            cell.setWidth(widths.get(c) * 100 / all + "%");
            cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
            run(cell.getParagraphs().getFirst(), cells.get(c), font, TABLE_POINTS);
        }
    }

    private XWPFParagraph paragraph(String text, String font, int points, int line) {
        XWPFParagraph p = document.createParagraph();
        p.setSpacingBetween(line, LineSpacingRule.EXACT);
        run(p, text, font, points);
        return p;
    }

    private static void indented(XWPFParagraph p) {
        p.setIndentationFirstLine(BODY_POINTS * 2 * 20);
    }

    private static void run(XWPFParagraph p, String text, String font, int points) {
        XWPFRun run = p.createRun();
        run.setText(text);
        run.setFontSize(points);
        run.setFontFamily(font);
        CTFonts fonts = run.getCTR().getRPr().getRFontsArray(0);
        fonts.setEastAsia(font);
        fonts.setAscii("Times New Roman");
        fonts.setHAnsi("Times New Roman");
    }

    private static BigInteger twips(int mm) {
        return BigInteger.valueOf(Math.round(mm * TWIPS_PER_MM));
    }
}

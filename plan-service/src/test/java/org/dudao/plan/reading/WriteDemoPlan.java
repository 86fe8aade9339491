package org.dudao.plan.reading;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/**
 * Makes the demo plan's .docx from its .txt, with real heading styles. Run once after the text was changed, from the
 * module's folder: {@code java -cp <test classpath> org.dudao.plan.reading.WriteDemoPlan ../deploy/demo/plan/NAME.txt}.
 */
public final class WriteDemoPlan {

    private WriteDemoPlan() {}

    public static void main(String[] args) throws IOException {
        Path source = Path.of(args[0]);
        Path document = Path.of(args[0].replaceFirst("\\.txt$", ".docx"));
        try (XWPFDocument word = new XWPFDocument();
                OutputStream out = Files.newOutputStream(document)) {
            word.createStyles();
            style(word, "Title", "Title", -1);
            style(word, "Heading1", "heading 1", 0);
            style(word, "Heading2", "heading 2", 1);
            boolean first = true;
            for (String line : Files.readAllLines(source)) {
                if (!line.isBlank()) {
                    write(word, line, first);
                    first = false;
                }
            }
            word.write(out);
        }
    }

    private static void write(XWPFDocument word, String line, boolean title) {
        XWPFParagraph paragraph = word.createParagraph();
        int stop = line.indexOf('。');
        if (title) {
            paragraph.setStyle("Title");
            paragraph.setAlignment(ParagraphAlignment.CENTER);
            run(paragraph, line, "方正小标宋简体", 22, false);
        } else if (line.matches("[一二三四五六]、.*")) {
            paragraph.setStyle("Heading1");
            run(paragraph, line, "黑体", 16, false);
        } else if (line.startsWith("（")) {
            paragraph.setStyle("Heading2");
            run(paragraph, line.substring(0, stop + 1), "楷体", 16, true);
            run(paragraph, line.substring(stop + 1), "仿宋", 16, false);
        } else {
            paragraph.setIndentationFirstLine(640);
            run(paragraph, line, "仿宋", 16, false);
        }
    }

    private static void run(XWPFParagraph paragraph, String text, String font, int size, boolean bold) {
        XWPFRun run = paragraph.createRun();
        run.setText(text);
        run.setFontFamily(font);
        run.setFontSize(size);
        run.setBold(bold);
    }

    private static void style(XWPFDocument word, String id, String name, int level) {
        CTStyle style = CTStyle.Factory.newInstance();
        style.setStyleId(id);
        style.addNewName().setVal(name);
        style.setType(STStyleType.PARAGRAPH);
        style.addNewQFormat();
        if (level >= 0) {
            style.addNewPPr().addNewOutlineLvl().setVal(BigInteger.valueOf(level));
        }
        word.getStyles().addStyle(new XWPFStyle(style));
    }
}

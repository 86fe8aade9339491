package org.dudao.plan.exporting;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Spreadsheets with a head that stays, in which nothing that a person wrote is a formula. */
final class Sheets {

    private Sheets() {}

    interface Writing {
        void into(Workbook book);
    }

    static byte[] workbook(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Dudao", "1.0")) {
            writing.into(book);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static void sheet(
            Workbook book, String name, List<String> head, List<Integer> widths, List<? extends List<?>> rows) {
        Worksheet sheet = book.newWorksheet(name);
        sheet.freezePane(0, 1);
        for (int c = 0; c < head.size(); c++) {
            sheet.width(c, widths.get(c));
            sheet.value(0, c, head.get(c));
        }
        sheet.range(0, 0, 0, head.size() - 1).style().bold().fillColor("E8EDF3").set();
        for (int row = 0; row < rows.size(); row++) {
            for (int c = 0; c < head.size(); c++) {
                Object cell = rows.get(row).get(c);
                if (cell instanceof Number number) {
                    sheet.value(row + 1, c, number);
                } else {
                    sheet.value(row + 1, c, inert(String.valueOf(cell)));
                }
            }
        }
        if (!rows.isEmpty()) {
            sheet.range(1, 0, rows.size(), head.size() - 1)
                    .style()
                    .wrapText(true)
                    .verticalAlignment("top")
                    .set();
        }
    }

    /** A spreadsheet takes what begins like a formula for one; what people have written is never one. */
    private static String inert(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}

package org.dudao.plan.exporting;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dudao.plan.ThreeLists;
import org.dudao.plan.ThreeLists.Line;
import org.dudao.plan.YearView;
import org.dudao.plan.exporting.YearWords.Column;

/** The tree and the three lists as spreadsheets. */
final class YearSheets {

    private YearSheets() {}

    static byte[] tree(YearView year) {
        return workbook(book -> sheet(book, "目标与进度", YearWords.TREE, ThreeLists.inOrder(year)));
    }

    static byte[] lists(YearView year) {
        return workbook(book -> {
            for (ThreeLists.Name list : ThreeLists.Name.values()) {
                sheet(
                        book,
                        YearWords.name(list),
                        YearWords.columns(list),
                        ThreeLists.of(year, list).items());
            }
        });
    }

    private interface Writing {
        void into(Workbook book);
    }

    private static byte[] workbook(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Dudao", "1.0")) {
            writing.into(book);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void sheet(Workbook book, String name, List<Column> columns, List<Line> lines) {
        Worksheet sheet = book.newWorksheet(name);
        sheet.freezePane(0, 1);
        for (int c = 0; c < columns.size(); c++) {
            sheet.width(c, columns.get(c).width());
            sheet.value(0, c, columns.get(c).title());
        }
        sheet.range(0, 0, 0, columns.size() - 1)
                .style()
                .bold()
                .fillColor("E8EDF3")
                .set();
        for (int row = 0; row < lines.size(); row++) {
            for (int c = 0; c < columns.size(); c++) {
                Object cell = columns.get(c).text().apply(lines.get(row));
                if (cell instanceof Number number) {
                    sheet.value(row + 1, c, number);
                } else {
                    sheet.value(row + 1, c, inert(cell.toString()));
                }
            }
        }
        if (!lines.isEmpty()) {
            sheet.range(1, 0, lines.size(), columns.size() - 1)
                    .style()
                    .wrapText(true)
                    .verticalAlignment("top")
                    .set();
        }
    }

    /** A spreadsheet takes what begins like a formula for one; what people have written is never one. */
    static String inert(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}

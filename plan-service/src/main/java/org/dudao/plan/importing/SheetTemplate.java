package org.dudao.plan.importing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The .xlsx for bureaus that keep their plan in a sheet: its title, the column names, then a row for each measure. */
final class SheetTemplate {

    static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private record Column(String name, int width, String hint) {}

    private static final List<Column> COLUMNS = List.of(
            new Column("章节", 22, "一样的章节只需写在第一行"),
            new Column("序号", 8, "可以不填"),
            new Column("举措", 60, "举措全文，目标写在其中：新改扩建中小学12所，新增学位6000个以上。"),
            new Column("责任单位", 22, "牵头科室或单位"),
            new Column("完成时限", 16, "2026年6月30日、9月底前、年底前"));

    private SheetTemplate() {}

    static byte[] of(String bureau, int year) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Dudao", "1.0")) {
            Worksheet sheet = book.newWorksheet("工作要点");
            sheet.value(0, 0, bureau + year + "年工作要点");
            sheet.range(0, 0, 0, COLUMNS.size() - 1).merge();
            sheet.range(0, 0, 0, 0).style().bold().fontSize(16).set();
            for (int i = 0; i < COLUMNS.size(); i++) {
                sheet.width(i, COLUMNS.get(i).width());
                sheet.value(1, i, COLUMNS.get(i).name());
                sheet.comment(1, i, COLUMNS.get(i).hint());
            }
            sheet.range(1, 0, 1, COLUMNS.size() - 1)
                    .style()
                    .bold()
                    .fillColor("E8EDF3")
                    .set();
            sheet.range(2, 0, 500, COLUMNS.size() - 1)
                    .style()
                    .wrapText(true)
                    .verticalAlignment("top")
                    .set();
            sheet.freezePane(0, 2);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}

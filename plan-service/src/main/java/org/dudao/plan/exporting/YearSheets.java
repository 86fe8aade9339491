package org.dudao.plan.exporting;

import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dudao.plan.ThreeLists;
import org.dudao.plan.ThreeLists.Line;
import org.dudao.plan.YearView;
import org.dudao.plan.exporting.YearWords.Column;

/** The tree and the three lists as spreadsheets. */
final class YearSheets {

    private YearSheets() {}

    static byte[] tree(YearView year) {
        return Sheets.workbook(book -> sheet(book, "目标与进度", YearWords.TREE, ThreeLists.inOrder(year)));
    }

    static byte[] lists(YearView year) {
        return Sheets.workbook(book -> {
            for (ThreeLists.Name list : ThreeLists.Name.values()) {
                sheet(
                        book,
                        YearWords.name(list),
                        YearWords.columns(list),
                        ThreeLists.of(year, list).items());
            }
        });
    }

    private static void sheet(Workbook book, String name, List<Column> columns, List<Line> lines) {
        Sheets.sheet(
                book,
                name,
                columns.stream().map(Column::title).toList(),
                columns.stream().map(Column::width).toList(),
                lines.stream()
                        .map(line ->
                                columns.stream().map(c -> c.text().apply(line)).toList())
                        .toList());
    }
}

package org.dudao.task.metering;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dudao.task.Sheet;
import org.dudao.task.Sheet.Column;

/** The year's burden as a sheet: a unit a row, hours a month. */
final class BurdenSheet {

    private BurdenSheet() {}

    static byte[] of(List<Burden> burdens, int year) {
        List<Column> columns = new ArrayList<>(List.of(
                new Column("单位编号", "unitId", "单位在系统中的编号"),
                new Column("单位", "unit", "单位名称"),
                new Column("全年事项", "items", "到期任务（牵头和配合）与应报进展之和"),
                new Column("全年工时", "hours", "按各类事项的估计工时相加，小时")));
        IntStream.rangeClosed(1, 12)
                .forEach(m -> columns.add(new Column(m + "月", "m" + m, year + "年" + m + "月到期事项的估计工时")));
        return Sheet.write(
                "负担", columns, burdens.stream().map(BurdenSheet::cells).toList());
    }

    private static List<Object> cells(Burden b) {
        List<Object> cells =
                new ArrayList<>(List.of(b.unit().id(), b.unit().name(), Math.toIntExact(b.items()), b.hours()));
        b.months().forEach(m -> cells.add(m.hours()));
        return cells;
    }
}

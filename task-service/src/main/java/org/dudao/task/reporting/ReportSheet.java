package org.dudao.task.reporting;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.dudao.contracts.UnitRef;
import org.dudao.startup.Problem;
import org.dudao.task.Sheet;
import org.dudao.task.Sheet.Column;
import org.dudao.task.Task;
import org.dudao.task.reporting.ReportInBulk.Item;
import org.jspecify.annotations.Nullable;

/** Open tasks as an .xlsx with two columns to fill in. */
final class ReportSheet {

    private static final int LONGEST_NARRATIVE = 4000;

    private static final List<Column> COLUMNS = List.of(
            new Column("任务编号", "taskId", "请勿改动"),
            new Column("任务", "title", "仅供查看"),
            new Column("牵头单位", "unit", "仅供查看"),
            new Column("截止日期", "dueOn", "仅供查看"),
            new Column("目标值", "target", "仅供查看"),
            new Column("计量单位", "valueUnit", "仅供查看"),
            new Column("已完成", "value", "填写数字，是到目前为止的累计值；没有数字的任务留空"),
            new Column("进展说明", "narrative", "填写了才会提交，最多 4000 字"));

    private ReportSheet() {}

    /** A row that says something: an item, or why it cannot be read. */
    record Line(int row, @Nullable Item item, @Nullable Problem refusal) {}

    static byte[] of(List<Task> tasks, Function<String, UnitRef> names) {
        return Sheet.write(
                "任务",
                COLUMNS,
                tasks.stream()
                        .map(t -> Arrays.<@Nullable Object>asList(
                                t.id(),
                                t.asked().title(),
                                t.leadUnitId() == null
                                        ? null
                                        : names.apply(t.leadUnitId()).name(),
                                t.dueOn(),
                                t.asked().targetValue(),
                                t.asked().valueUnit(),
                                t.value(),
                                null))
                        .toList());
    }

    static List<Line> read(byte[] file, int mostRows) {
        return Sheet.read(file, COLUMNS, List.of("taskId", "value", "narrative"), mostRows).stream()
                .filter(r -> r.text("narrative") != null)
                .map(ReportSheet::line)
                .toList();
    }

    private static Line line(Sheet.Row row) {
        try {
            String narrative = String.valueOf(row.text("narrative"));
            if (narrative.length() > LONGEST_NARRATIVE) {
                throw Problem.invalid("narrative", "进展说明最多 4000 字。", "The narrative takes 4,000 characters.");
            }
            return new Line(row.number(), new Item(id(row.text("taskId")), value(row.text("value")), narrative), null);
        } catch (Problem refused) {
            return new Line(row.number(), null, refused);
        }
    }

    private static UUID id(@Nullable String text) {
        try {
            return UUID.fromString(String.valueOf(text));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(
                    "taskId",
                    "任务编号被改动或缺失，请重新下载表格。",
                    "The task's id was changed or is missing; download the sheet anew.");
        }
    }

    private static @Nullable BigDecimal value(@Nullable String text) {
        try {
            return text == null ? null : new BigDecimal(text.replace(",", "").replace("，", ""));
        } catch (NumberFormatException e) {
            throw Problem.invalid("value", "“" + text + "”不是数字。", "\"" + text + "\" is no number.");
        }
    }
}

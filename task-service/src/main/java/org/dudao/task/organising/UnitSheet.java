package org.dudao.task.organising;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dudao.contracts.UnitKind;
import org.dudao.startup.Problem;
import org.dudao.task.Sheet;
import org.dudao.task.Sheet.Column;
import org.dudao.task.Stage;
import org.dudao.task.Unit;
import org.dudao.task.UnitProfile;
import org.dudao.task.organising.ImportUnits.UnitRow;
import org.jspecify.annotations.Nullable;

/** Units as an .xlsx: what is exported can be sent back. */
final class UnitSheet {

    private static final Map<UnitKind, String> KINDS = Map.of(
            UnitKind.BUREAU, "教育局",
            UnitKind.SECTION, "科室",
            UnitKind.TOWNSHIP, "乡镇",
            UnitKind.SCHOOL, "学校",
            UnitKind.EXTERNAL, "外部单位",
            UnitKind.TASK_FORCE, "专班");

    private static final List<Column> COLUMNS = List.of(
            new Column("编号", "id", "必填。1 到 40 个字母、数字或连字符，一经使用不再改变"),
            new Column("上级编号", "parentId", "上级单位的编号；最上级单位留空"),
            new Column("名称", "name", "必填。1 到 100 个字"),
            new Column("类型", "kind", "必填。教育局、科室、乡镇、学校、外部单位、专班"),
            new Column(
                    "学段",
                    "stage",
                    "只有学校填写。" + Arrays.stream(Stage.values()).map(Stage::zh).collect(joining("、"))),
            new Column("学校标识码", "schoolCode", "10 位数字；更名不变，学校类型变化时重新赋予"),
            new Column("标识码变更原因", "codeReason", "学校类型没有变化而更换标识码时必填"),
            new Column("行政区划代码", "divisionCode", "6 位数字"),
            new Column("职能", "functions", "负责的事项，用顿号分隔；分解任务时据此建议责任单位"),
            new Column("学生数", "pupils", "整数"),
            new Column("教职工数", "teachers", "整数"),
            new Column("班级数", "classes", "整数"),
            new Column("特征", "traits", "寄宿制、民办、农村等，用顿号分隔"),
            new Column("分管领导编号", "leaderId", "人员编号"),
            new Column("联系人编号", "contactId", "人员编号"),
            new Column("在用", "open", "是或否；留空为是"));

    private UnitSheet() {}

    static List<Sheet.Row> read(byte[] file, int mostRows) {
        return Sheet.read(file, COLUMNS, List.of("id", "name", "kind"), mostRows);
    }

    static byte[] template() {
        return Sheet.write(
                "单位",
                COLUMNS,
                List.of(Arrays.asList(
                        "s-100",
                        "t-01",
                        "示例小学",
                        "学校",
                        "小学",
                        "2144000100",
                        null,
                        "440100",
                        null,
                        860,
                        52,
                        18,
                        "寄宿制、农村",
                        null,
                        null,
                        "是")));
    }

    static byte[] of(List<Unit> units) {
        return Sheet.write("单位", COLUMNS, units.stream().map(UnitSheet::cells).toList());
    }

    private static List<@Nullable Object> cells(Unit u) {
        UnitProfile p = u.profile();
        return Arrays.asList(
                u.id(),
                u.parentId(),
                u.name(),
                KINDS.get(u.kind()),
                p.stage() == null ? null : p.stage().zh(),
                p.schoolCode(),
                null,
                p.divisionCode(),
                String.join("、", u.functions()),
                p.pupils(),
                p.teachers(),
                p.classes(),
                String.join("、", p.traits()),
                p.leaderId(),
                p.contactId(),
                u.open() ? "是" : "否");
    }

    /** What cannot be read is added to {@code wrong}, with the row's place in the list. */
    static List<UnitRow> rows(List<Sheet.Row> sheet, List<Problem.Field> wrong) {
        return Cells.each(sheet, "units", wrong, UnitSheet::row);
    }

    private static UnitRow row(Cells c) {
        return new UnitRow(
                c.text("id"),
                c.text("parentId"),
                c.text("name"),
                c.word("kind", UnitSheet::kind),
                c.words("functions"),
                c.yes("open"),
                c.word("stage", Stage::of),
                c.text("divisionCode"),
                c.text("schoolCode"),
                c.text("codeReason"),
                c.whole("pupils"),
                c.whole("teachers"),
                c.whole("classes"),
                c.words("traits"),
                c.text("leaderId"),
                c.text("contactId"));
    }

    private static Optional<UnitKind> kind(String word) {
        return Arrays.stream(UnitKind.values())
                .filter(k -> word.equals(KINDS.get(k)) || k.name().equalsIgnoreCase(word))
                .findFirst();
    }
}

package org.dudao.task.organising;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dudao.contracts.Duty;
import org.dudao.startup.Problem;
import org.dudao.task.Person;
import org.dudao.task.Sheet;
import org.dudao.task.Sheet.Column;
import org.dudao.task.organising.ImportPeople.PersonRow;
import org.jspecify.annotations.Nullable;

/** People as an .xlsx: what is exported can be sent back. Personal data. */
final class PersonSheet {

    private static final Map<Duty, String> DUTIES = Map.of(
            Duty.HEAD, "负责人",
            Duty.STAFF, "经办人",
            Duty.SUPERVISOR, "督导室",
            Duty.LEADER, "局领导",
            Duty.INSPECTOR, "责任督学",
            Duty.ADMIN, "系统管理员");

    private static final List<Column> COLUMNS = List.of(
            new Column("编号", "id", "必填。1 到 40 个字母、数字或连字符，一经使用不再改变"),
            new Column("单位编号", "unitId", "必填。所在单位的编号"),
            new Column("姓名", "name", "必填"),
            new Column("职责", "duty", "必填。负责人、经办人、督导室、局领导、责任督学、系统管理员"),
            new Column("登录名", "username", "没有账号的留空"),
            new Column("电话", "phone", "接收短信的号码"),
            new Column("邮箱", "email", "接收邮件的地址"),
            new Column("在岗", "active", "是或否；留空为是"));

    private PersonSheet() {}

    static List<Sheet.Row> read(byte[] file, int mostRows) {
        return Sheet.read(file, COLUMNS, List.of("id", "unitId", "name", "duty"), mostRows);
    }

    static byte[] template() {
        return Sheet.write(
                "人员",
                COLUMNS,
                List.of(Arrays.asList(
                        "p-100", "s-100", "张三", "负责人", "zhangsan", "13800000000", "zhangsan@example.cn", "是")));
    }

    static byte[] of(List<Person> people) {
        return Sheet.write(
                "人员", COLUMNS, people.stream().map(PersonSheet::cells).toList());
    }

    private static List<@Nullable Object> cells(Person p) {
        return Arrays.asList(
                p.id(),
                p.unitId(),
                p.name(),
                DUTIES.get(p.duty()),
                p.username(),
                p.phone(),
                p.email(),
                p.active() ? "是" : "否");
    }

    static List<PersonRow> rows(List<Sheet.Row> sheet, List<Problem.Field> wrong) {
        return Cells.each(
                sheet,
                "people",
                wrong,
                c -> new PersonRow(
                        c.text("id"),
                        c.text("unitId"),
                        c.text("username"),
                        c.text("name"),
                        c.text("email"),
                        c.text("phone"),
                        c.word("duty", PersonSheet::duty),
                        c.yes("active")));
    }

    private static Optional<Duty> duty(String word) {
        return Arrays.stream(Duty.values())
                .filter(d -> word.equals(DUTIES.get(d)) || d.name().equalsIgnoreCase(word))
                .findFirst();
    }
}

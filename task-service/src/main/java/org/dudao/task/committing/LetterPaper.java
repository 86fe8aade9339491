package org.dudao.task.committing;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.IntStream;
import org.dudao.official.OfficialDocument;
import org.jspecify.annotations.Nullable;

/** The letter as the bureau prints it. */
final class LetterPaper {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日");
    private static final List<String> HEAD = List.of("序号", "目标任务", "目标值", "完成时限", "责任分工");
    private static final List<Integer> WIDTHS = List.of(8, 44, 18, 14, 16);
    private static final String BLANK = "　　　　　　";

    private LetterPaper() {}

    static byte[] of(Letter letter) {
        return new OfficialDocument(false)
                .title(letter.unit() + letter.year() + "年目标责任书")
                .body("为落实《" + letter.planTitle() + "》，明确责任、按期完成，" + letter.bureau() + "与" + letter.unit() + "签订本责任书。")
                .heading("一、责任人")
                .body("责任领导：" + named(letter.leader()) + "　　联系人：" + named(letter.contact()))
                .heading("二、目标任务")
                .body("共" + letter.duties().size() + "项。")
                .table(HEAD, rows(letter), WIDTHS)
                .heading("三、责任要求")
                .body("责任单位对上述目标负总责，收到任务及时签收，按要求报送进展和佐证材料，完成后申请办结。")
                .body("目标和时限确需调整的，按程序提出申请；批准之前，仍按本责任书执行。")
                .body("本责任书一式两份，双方各执一份。")
                .body("")
                .body(letter.bureau() + "（盖章）　　负责人：" + BLANK)
                .body("")
                .body(letter.unit() + "（盖章）　　负责人：" + BLANK)
                .body("")
                .body("签订日期：" + letter.year() + "年　　月　　日")
                .bytes();
    }

    private static List<List<String>> rows(Letter letter) {
        return IntStream.range(0, letter.duties().size())
                .mapToObj(i -> row(i + 1, letter.duties().get(i), letter.year()))
                .toList();
    }

    private static List<String> row(int number, Letter.Duty duty, int year) {
        return List.of(String.valueOf(number), duty.task(), duty.figure(), day(duty.dueOn(), year), duty.role());
    }

    private static String day(LocalDate day, int year) {
        return (day.getYear() == year ? "" : day.getYear() + "年") + DAY.format(day);
    }

    private static String named(@Nullable String person) {
        return person == null ? BLANK : person;
    }
}

package org.dudao.plan.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dudao.plan.reading.DraftPlan.DraftMeasure;
import org.dudao.plan.reading.document.UnreadableDocument;
import org.dudao.plan.reading.document.UnreadableDocument.Reason;
import org.dudao.plan.reading.targets.DraftTarget;
import org.junit.jupiter.api.Test;

/** A plan that is kept in a spreadsheet is read as its rows say. */
class SheetReadingTest {

    private interface Filling {
        void into(Worksheet sheet);
    }

    private static byte[] workbook(Filling filling) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Test", "1.0")) {
            filling.into(book.newWorksheet("工作要点"));
        }
        return bytes.toByteArray();
    }

    private static void row(Worksheet sheet, int at, String... cells) {
        for (int i = 0; i < cells.length; i++) {
            sheet.value(at, i, cells[i]);
        }
    }

    @Test
    void rows_become_measures_under_their_chapters_with_targets_unit_and_date() throws IOException {
        DraftPlan plan = PlanReader.read(workbook(sheet -> {
            row(sheet, 0, "溪山县教育局2026年工作要点");
            row(sheet, 1, "章节", "序号", "举措", "责任单位", "完成时限");
            row(sheet, 2, "扩优提质", "1", "增加学位。新改扩建中小学12所。", "发展规划科");
            sheet.value(2, 4, LocalDate.of(2026, 6, 30));
            sheet.style(2, 4).format("yyyy-mm-dd").set();
            row(sheet, 3, "", "2", "规范办园。普惠性幼儿园覆盖率达到92%以上。", "学前教育科", "年底前");
            row(sheet, 4, "队伍建设", "3", "补充教师。招聘教师100名。", "人事科", "9月底前");
        }));
        assertEquals(2026, plan.year());
        assertEquals(2, plan.chapters().size());
        DraftMeasure schools = plan.chapters().getFirst().measures().getFirst();
        DraftTarget target = schools.targets().getFirst();
        assertEquals(new BigDecimal("12"), target.value());
        assertEquals(
                LocalDate.of(2026, 6, 30), Objects.requireNonNull(target.due()).on());
        assertEquals(2, plan.chapters().getFirst().measures().size());
        assertEquals(3, plan.targets().size());
    }

    @Test
    void a_sheet_without_known_columns_is_refused_with_the_template_as_cure() throws IOException {
        byte[] sheet = workbook(s -> row(s, 0, "姓名", "电话"));
        assertEquals(
                Reason.SHEET,
                assertThrows(UnreadableDocument.class, () -> PlanReader.read(sheet))
                        .reason());
    }

    @Test
    void a_sheet_that_unpacks_without_end_is_refused() {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                "<Types><Override ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>"
                        .getBytes(StandardCharsets.UTF_8));
        parts.put("xl/worksheets/sheet1.xml", new byte[70 * 1024 * 1024]);
        assertEquals(
                Reason.EXPANDS_TOO_MUCH,
                assertThrows(UnreadableDocument.class, () -> PlanReader.read(Zips.of(parts)))
                        .reason());
    }
}

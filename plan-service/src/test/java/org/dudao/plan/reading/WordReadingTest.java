package org.dudao.plan.reading;

import static org.dudao.plan.reading.Zips.docx;
import static org.dudao.plan.reading.Zips.p;
import static org.dudao.plan.reading.Zips.r;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.dudao.plan.reading.DraftPlan.DraftChapter;
import org.dudao.plan.reading.DraftPlan.DraftMeasure;
import org.junit.jupiter.api.Test;

/** What Word and WPS put into a file besides its text. */
class WordReadingTest {

    private static final String TITLE = p("青石县教育局2026年工作要点");

    private static List<String> ordinals(DraftPlan plan) {
        return plan.chapters().stream()
                .flatMap(c -> c.measures().stream())
                .map(DraftMeasure::ordinal)
                .toList();
    }

    private static String text(DraftPlan plan) {
        return plan.chapters().stream()
                .flatMap(c -> c.measures().stream())
                .map(DraftMeasure::text)
                .reduce("", String::concat);
    }

    @Test
    void tracked_changes_are_read_as_accepted_and_hidden_text_not_at_all() {
        DraftPlan plan = PlanReader.read(docx(TITLE
                + "<w:p>" + r("一、新建学校")
                + "<w:del w:id='1'><w:r><w:delText>5所</w:delText></w:r></w:del>"
                + "<w:ins w:id='2'>" + r("3所") + "</w:ins>"
                + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>内部稿勿传</w:t></w:r>"
                + "<w:r><w:footnoteReference w:id='3'/></w:r>" + r("。确保秋季开学投入使用。") + "</w:p>"
                + p("二、招聘教师60名，补齐农村学校学科缺口，优化教师队伍结构。")));
        assertTrue(text(plan).contains("新建学校3所。"));
        assertFalse(text(plan).contains("5所"));
        assertFalse(text(plan).contains("内部稿"));
    }

    @Test
    void a_text_box_is_read_once_though_word_writes_it_twice() {
        String box = "<w:txbxContent>" + p("二、招聘教师60名，补齐农村学校学科缺口。") + "</w:txbxContent>";
        DraftPlan plan = PlanReader.read(docx(TITLE + p("一、新建学校3所，缓解城区学位紧张的状况。")
                + "<w:p><w:r><mc:AlternateContent><mc:Choice>" + box + "</mc:Choice><mc:Fallback>" + box
                + "</mc:Fallback></mc:AlternateContent></w:r></w:p>"));
        assertEquals(List.of("一、", "二、"), ordinals(plan));
    }

    @Test
    void automatic_numbers_of_several_levels_in_chinese_and_arabic() {
        String numbering = "<w:numbering XMLNS><w:abstractNum w:abstractNumId='0'>"
                + "<w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='chineseCountingThousand'/><w:lvlText w:val='%1、'/></w:lvl>"
                + "<w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='chineseCounting'/><w:lvlText w:val='（%2）'/></w:lvl>"
                + "</w:abstractNum><w:num w:numId='7'><w:abstractNumId w:val='0'/></w:num></w:numbering>";
        DraftPlan plan = PlanReader.read(docx(
                TITLE
                        + item(0, "改善办学条件")
                        + item(1, "新建学校。年底前新建学校3所。")
                        + item(1, "改造校舍。改造教室40间。")
                        + item(0, "建强教师队伍")
                        + item(1, "招聘教师。招聘教师60名。"),
                "word/numbering.xml",
                numbering));
        assertEquals(
                List.of("一", "二"),
                plan.chapters().stream().map(DraftChapter::ordinal).toList());
        assertEquals(List.of("（一）", "（二）", "（一）"), ordinals(plan));
    }

    private static String item(int depth, String text) {
        return "<w:p><w:pPr><w:numPr><w:ilvl w:val='" + depth + "'/><w:numId w:val='7'/></w:numPr></w:pPr>" + r(text)
                + "</w:p>";
    }

    @Test
    void headings_that_only_their_style_makes_headings() {
        String styles = "<w:styles XMLNS><w:style w:styleId='a1'><w:name w:val='heading 1'/></w:style>"
                + "<w:style w:styleId='a2'><w:name w:val='heading 2'/></w:style>"
                + "<w:style w:styleId='t1'><w:name w:val='toc 1'/></w:style></w:styles>";
        DraftPlan plan = PlanReader.read(docx(
                TITLE
                        + styled("t1", "改善办学条件 1")
                        + styled("a1", "改善办学条件")
                        + styled("a2", "新建学校")
                        + p("年底前新建学校3所，缓解城区学位紧张的状况。")
                        + styled("a2", "改造校舍")
                        + p("暑期改造教室40间。")
                        + styled("a1", "建强教师队伍")
                        + styled("a2", "招聘教师")
                        + p("招聘教师60名，补齐学科缺口。"),
                "word/styles.xml",
                styles));
        assertEquals(
                List.of("改善办学条件", "建强教师队伍"),
                plan.chapters().stream().map(DraftChapter::title).toList());
        assertEquals(3, plan.measures());
        assertEquals(3, plan.targets().size());
    }

    private static String styled(String style, String text) {
        return "<w:p><w:pPr><w:pStyle w:val='" + style + "'/></w:pPr>" + r(text) + "</w:p>";
    }

    @Test
    void a_plan_in_a_table_is_a_measure_a_row_with_its_unit_and_its_date() {
        DraftPlan plan = PlanReader.read(docx(TITLE + "<w:tbl>"
                + row("序号", "工作任务", "目标", "责任单位", "完成时限")
                + "<w:tr><w:tc><w:tcPr><w:gridSpan w:val='5'/></w:tcPr>" + p("一、改善办学条件") + "</w:tc></w:tr>"
                + row("1", "新建学校", "新建学校3所", "基建科", "2026年10月底前")
                + row("2", "改造校舍", "改造教室40间", "基建科", "2026年8月底前")
                + "</w:tbl>"));
        DraftChapter chapter = plan.chapters().getFirst();
        assertEquals("改善办学条件", chapter.title());
        assertEquals(List.of("1", "2"), ordinals(plan));
        DraftMeasure first = chapter.measures().getFirst();
        assertEquals("新建学校", first.title());
        assertEquals("基建科", first.lead());
        assertTrue(first.text().contains("责任单位：基建科"));
        assertEquals(
                LocalDate.of(2026, 10, 31), first.targets().getFirst().due().on());
    }

    private static String row(String... cells) {
        StringBuilder row = new StringBuilder("<w:tr>");
        for (String cell : cells) {
            row.append("<w:tc>").append(p(cell)).append("</w:tc>");
        }
        return row.append("</w:tr>").toString();
    }

    @Test
    void a_table_that_only_lays_out_the_page_is_its_text() {
        DraftPlan plan = PlanReader.read(docx("<w:tbl><w:tr><w:tc>" + TITLE + p("一、新建学校3所，缓解城区学位紧张的状况。")
                + p("二、招聘教师60名，补齐农村学校学科缺口。") + "</w:tc></w:tr></w:tbl>"));
        assertEquals(List.of("一、", "二、"), ordinals(plan));
    }
}

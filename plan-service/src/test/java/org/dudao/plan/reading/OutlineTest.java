package org.dudao.plan.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.dudao.plan.reading.DraftPlan.DraftChapter;
import org.dudao.plan.reading.DraftPlan.DraftMeasure;
import org.dudao.plan.reading.document.UnreadableDocument;
import org.junit.jupiter.api.Test;

class OutlineTest {

    private static DraftPlan read(String text) {
        return PlanReader.read(text.lines().toList(), null);
    }

    private static List<String> ordinals(DraftPlan plan) {
        return plan.chapters().stream()
                .flatMap(c -> c.measures().stream())
                .map(DraftMeasure::ordinal)
                .toList();
    }

    @Test
    void chapters_and_measures_in_two_styles() {
        DraftPlan plan = read("""
                青石县教育局2026年工作要点
                一、第一件大事
                （一）健全制度。完善各项制度，压实各方责任，推动工作落地见效。
                （二）加强检查。开展经常性的检查，发现问题及时整改到位。
                二、第二件大事
                （三）改善条件。年底前改造教室40间。
                """);
        assertEquals("青石县教育局", plan.issuer());
        assertEquals(2026, plan.year());
        assertEquals(
                List.of("一", "二"),
                plan.chapters().stream().map(DraftChapter::ordinal).toList());
        assertEquals(List.of("（一）", "（二）", "（三）"), ordinals(plan));
        assertEquals("健全制度", plan.chapters().getFirst().measures().getFirst().title());
        assertEquals(1, plan.targets().size());
    }

    @Test
    void a_flat_plan_has_one_chapter_without_a_number() {
        DraftPlan plan = read("""
                2026年工作计划
                1、抓管理。完善制度体系，把各项工作做细做实做好，形成齐抓共管的良好局面。
                2、抓质量。深化课堂教学改革，切实减轻学生过重的学业负担，提升育人质量。
                """);
        assertEquals(1, plan.chapters().size());
        assertEquals("", plan.chapters().getFirst().ordinal());
        assertEquals(List.of("1、", "2、"), ordinals(plan));
    }

    @Test
    void headings_glued_into_a_paragraph_are_found_by_the_number_that_is_missing() {
        DraftPlan plan = read("""
                青石县教育局2026年工作要点
                一、保障工程
                （一）加强管理。完善制度。（二）严格考核。强化结果运用，落实奖惩措施。平安工程（三）守牢安全底线。排查隐患，及时整改，确保校园平安稳定。
                （四）健全机制。完善联动处置机制，提升应急处突能力和水平。
                """);
        assertEquals(List.of("（一）", "（二）", "（三）", "（四）"), ordinals(plan));
        assertEquals("平安工程", plan.chapters().getLast().title());
    }

    @Test
    void tasks_numbered_by_their_name_stand_below_parts() {
        DraftPlan plan = read("""
                2026年青石县教育重点工作实施方案
                第一部分 重点任务
                任务一：扩充学位
                新建学校5所，新增学位6000个，缓解城区入学压力。
                任务二：优化师资
                招聘教师300名，其中农村学校不少于120名。
                第二部分 保障措施
                加强组织领导，强化督查考核。
                """);
        assertEquals(
                List.of("第一部分", "第二部分"),
                plan.chapters().stream().map(DraftChapter::ordinal).toList());
        assertEquals(List.of("任务一：", "任务二：", ""), ordinals(plan));
    }

    @Test
    void arabic_numbers_run_on_through_chapters_whose_title_has_lost_its_line() {
        DraftPlan plan = read("""
                2026年青石县教育工作要点
                一、坚持党的领导1.强化组织建设。书记上党课每学期不少于1次。2.建设清廉学校。创建示范点4所。二、促进健康3.关注视力。近视率下降1个百分点。4.丰富活动。组建社团60个。
                """);
        assertEquals(
                List.of("一", "二"),
                plan.chapters().stream().map(DraftChapter::ordinal).toList());
        assertEquals(List.of("1.", "2.", "3.", "4."), ordinals(plan));
        assertEquals("促进健康", plan.chapters().getLast().title());
    }

    @Test
    void a_measure_that_has_lost_its_number_is_kept_as_one() {
        DraftPlan plan = read("""
                2026年工作要点
                一、总体安排部署
                1.抓党建。落实主体责任，严肃组织生活，发挥先锋模范作用和战斗堡垒作用。
                抓队伍。加强师德建设，完善培训体系，关心教师身心健康和专业成长。
                3.抓保障。改善办学条件，规范资金使用，提高后勤服务的质量和水平。
                二、组织实施保障
                1.抓落实。建立台账，挂图作战，按月调度，逐项对账销号，确保落地见效。
                """);
        assertEquals(List.of("1.", "", "3.", "1."), ordinals(plan));
    }

    @Test
    void a_chunk_mark_inside_a_sentence_is_no_heading() {
        DraftPlan plan = read("""
                2026年工作要点
                一、党的建设方面
                （一）抓学习。坚持领导班子带头学习，健全学习制度，完善学习计划安排，坚持领导
                8、带头，通过多种形式深化学习成效，推动学习入脑入心。
                （二）抓作风。持续改进工作作风，密切联系师生群众，解决实际困难问题。
                """);
        assertEquals(List.of("（一）", "（二）"), ordinals(plan));
        assertTrue(plan.chapters().getFirst().measures().getFirst().text().contains("坚持领导带头"));
    }

    @Test
    void a_page_number_inside_a_sentence_is_taken_out() {
        DraftPlan plan = read("""
                2026年工作要点
                一、推动义务教育优质均 6 衡发展，年底前新建学校 3 所，改善办学条件。
                二、推动高中教育特色多样发展，深化育人方式改革，提升办学水平。
                """);
        assertEquals(1, plan.targets().size());
        assertTrue(plan.chapters().getFirst().measures().getFirst().title().contains("优质均衡发展"));
    }

    @Test
    void a_plan_that_breaks_off_says_so_and_one_without_a_year_too() {
        DraftPlan plan = read("""
                工作要点
                一、抓好各项教育教学常规管理工作，完善教研机制。
                二、抓好教师队伍建设，启动开展第二届教师教学技能大赛，强化教师钢笔字、毛笔字、粉笔字和普通话的基本功训练以及考
                """);
        assertEquals(2, plan.warnings().size());
        assertNull(plan.year());
    }

    @Test
    void markdown_is_read_without_its_signs_and_masked_names_stay() {
        DraftPlan plan = read("""
                # 青石县教育局2026年工作要点
                ## 一、改善条件
                **（一）新建学校。** 年底前新建学校3所。
                **（二）扩建食堂。**扩建食堂5个，服务**市来校学生。
                """);
        assertEquals("改善条件", plan.chapters().getFirst().title());
        assertEquals(List.of("（一）", "（二）"), ordinals(plan));
        assertTrue(plan.chapters().getFirst().measures().getLast().text().contains("**市"));
    }

    @Test
    void no_text_makes_reading_slow() {
        String endless =
                "2026年工作要点\n一、" + "《".repeat(500_000) + "年底前新建学校".repeat(60_000) + "\n" + "没有标点的一行\n".repeat(100_000);
        assertTimeout(Duration.ofSeconds(20), () -> read(endless));
    }

    @Test
    void a_text_without_any_heading_is_no_plan() {
        UnreadableDocument refused = assertThrows(UnreadableDocument.class, () -> read("今天天气很好，我们去公园散步。"));
        assertEquals(UnreadableDocument.Reason.NO_PLAN, refused.reason());
    }
}

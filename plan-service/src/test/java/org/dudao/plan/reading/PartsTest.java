package org.dudao.plan.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.dudao.plan.reading.DraftPlan.DraftChapter;
import org.dudao.plan.reading.DraftPlan.DraftMeasure;
import org.dudao.plan.reading.document.DocumentText;
import org.dudao.plan.reading.document.DocumentText.Format;
import org.dudao.plan.reading.outline.Part;
import org.dudao.plan.reading.outline.Part.Kind;
import org.dudao.plan.reading.outline.Parts;
import org.junit.jupiter.api.Test;

class PartsTest {

    private static final String COLLECTION = """
            2026年教育局工作计划（精选3篇）
            新的一年，小编为大家整理了几份计划，仅供参考。
            2026年教育局工作计划篇一
            一、改善条件。年底前新建学校3所，缓解城区学位紧张的状况。
            二、建强队伍。招聘教师60名，补齐农村学校的学科缺口。
            篇二：东山县教育局2025年工作总结
            一、办学条件改善。全年新建学校2所，新增学位900个。
            二、队伍结构优化。全年招聘教师40名，培训教师800人次。
            篇三
            某县教育局2026年工作要点
            一、守牢安全底线。每月开展1次安全演练，及时整改隐患。
            """;

    private static List<Part> parts(String text) {
        return Parts.of(DocumentText.ofLines(Format.TEXT, text.lines().toList()));
    }

    @Test
    void a_collection_is_split_and_each_part_known_for_what_it_is() {
        List<Part> parts = parts(COLLECTION);
        assertEquals(
                List.of(Kind.PLAN, Kind.SUMMARY, Kind.PLAN),
                parts.stream().map(Part::kind).toList());
        assertEquals("东山县教育局2025年工作总结", parts.get(1).title());
        assertEquals(2025, parts.get(1).year());
        assertEquals("某县教育局2026年工作要点", parts.get(2).title());
        assertTrue(parts.get(1).text().contains("新增学位900个"));
    }

    @Test
    void without_a_choice_the_first_plan_is_read_and_the_others_are_named() {
        DraftPlan plan = PlanReader.read(COLLECTION.lines().toList(), null);
        assertEquals(2, plan.measures());
        assertTrue(plan.warnings().getFirst().contains("3份文稿"));
        assertTrue(plan.warnings().getFirst().contains("东山县教育局2025年工作总结"));
    }

    @Test
    void a_year_s_summary_and_the_next_year_s_plan_in_one_piece() {
        List<Part> parts = parts("""
                东山县教育局2025年工作总结和2026年工作计划
                一年来，全县教育系统凝心聚力，较好地完成了各项任务。
                一、2025年工作总结
                （一）学位供给不断扩大。新建学校2所，新增学位900个。
                （二）队伍建设不断加强。招聘教师40名，交流教师120名。
                二、存在的问题
                城区学位仍然紧张，农村教师队伍老龄化明显。
                三、2026年工作计划
                （一）扩大学位供给。年底前新建学校3所，新增学位1200个。
                （二）强化教师培训。培训校长60名，组织教研活动每月2次。
                """);
        assertEquals(
                List.of(Kind.SUMMARY, Kind.PLAN), parts.stream().map(Part::kind).toList());
        assertEquals("东山县教育局2025年工作总结", parts.getFirst().title());
        assertEquals(2025, parts.getFirst().year());
        assertTrue(parts.getFirst().text().contains("农村教师队伍"));
        assertEquals("东山县教育局2026年工作计划", parts.getLast().title());
        assertEquals(2026, parts.getLast().year());
        DraftPlan plan = PlanReader.read(parts.getLast(), null);
        assertEquals(
                List.of("三"),
                plan.chapters().stream().map(DraftChapter::ordinal).toList());
        assertEquals(2, plan.measures());
    }

    @Test
    void two_plans_one_after_the_other() {
        List<Part> parts = parts("""
                东山县教育局2025年工作要点
                一、抓管理。完善制度体系，压实各级责任，形成齐抓共管格局。
                二、抓质量。深化教学改革，提高课堂效率，减轻学生课业负担。
                西山县教育局2026年工作要点
                一、抓安全。排查各类隐患，落实整改责任，守住校园安全底线。
                二、抓队伍。加强师德建设，完善培训体系，关心教师身心健康。
                """);
        assertEquals(List.of(2025, 2026), parts.stream().map(Part::year).toList());
    }

    @Test
    void a_heading_that_looks_like_a_title_splits_nothing_while_the_numbers_run_on() {
        List<Part> parts = parts("""
                2026年教育工作计划
                （一）抓管理。完善制度体系，压实各级责任，形成齐抓共管格局。
                （二）抓质量。深化教学改革，提高课堂效率，减轻学生课业负担。
                2026年教育工作重点
                （三）抓安全。排查各类隐患，落实整改责任，守住校园安全底线。
                """);
        assertEquals(1, parts.size());
    }

    @Test
    void a_plan_whose_chapters_are_called_pian_is_one_plan() {
        DraftPlan plan = PlanReader.read("""
                西山县教育局2026年工作要点
                第一章 总体要求
                一、坚持育人为本。落实立德树人根本任务，促进学生全面发展。
                第二章 重点任务
                一、扩大学位供给。年底前新建学校3所，缓解入学压力。
                二、加强队伍建设。招聘教师60名，补齐学科缺口。
                """.lines().toList(), null);
        assertEquals(
                List.of("第一章", "第二章"),
                plan.chapters().stream().map(DraftChapter::ordinal).toList());
        assertEquals(
                List.of("一、", "一、", "二、"),
                plan.chapters().stream()
                        .flatMap(c -> c.measures().stream())
                        .map(DraftMeasure::ordinal)
                        .toList());
    }
}

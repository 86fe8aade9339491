package org.dudao.plan.reading.targets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.dudao.plan.reading.targets.DraftResult.With;
import org.dudao.plan.reading.targets.DraftTarget.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a summary of 2025 says, on sentences of our own writing. */
class ResultGrammarTest {

    private static List<DraftResult> read(String text) {
        return ResultGrammar.read(text, 2025);
    }

    private static DraftResult one(String text) {
        List<DraftResult> results = read(text);
        assertEquals(1, results.size(), () -> text + " → " + results);
        return results.getFirst();
    }

    @Test
    void what_was_done_is_a_result_with_its_value() {
        DraftResult result = one("全年完成幼儿园督导评估46所。");
        assertEquals(BigDecimal.valueOf(46), result.value());
        assertEquals("所", result.unit());
        assertEquals("全年完成幼儿园督导评估46所", result.quote());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "完成校舍加固46栋，完成率115%。|46|PLAN_SHARE|115",
                "培训教师1.2万人次，占年度任务的104%。|12000|PLAN_SHARE|104",
                "家长满意率达到93.4%，同比提升2.6个百分点。|93.4|YEAR_BEFORE|2.6",
                "近视率为52%，比上年下降1.5个百分点。|52|YEAR_BEFORE|-1.5",
                "巩固率99.1%，高于年度目标0.1个百分点。|99.1|PLAN_EXCESS|0.1",
                "新增学位2600个，超额完成30%。|2600|PLAN_EXCESS|30",
                "优良率61%，低于全市平均水平3个百分点。|61|AVERAGE|-3"
            })
    void a_figure_that_only_compares_belongs_to_the_one_before(
            String text, BigDecimal value, With with, BigDecimal by) {
        DraftResult result = one(text);
        assertEquals(value, result.value());
        assertEquals(with, result.comparisons().getFirst().with());
        assertEquals(by, result.comparisons().getFirst().value());
    }

    @Test
    void a_change_alone_is_a_result_without_a_level() {
        DraftResult result = one("高考本科上线人数同比增长8%。");
        assertEquals(Kind.CHANGE, result.kind());
        assertNull(result.value());
    }

    @Test
    void a_level_that_was_left_is_none_that_was_reached() {
        assertEquals(BigDecimal.valueOf(88), one("公办园占比由81%提高到88%。").value());
    }

    @Test
    void the_indicator_is_free_of_the_figure() {
        assertEquals("家长满意率", one("家长满意率达到93.4%。").indicator());
    }

    @ParameterizedTest
    @ValueSource(strings = {"下一步，计划新建学校3所。", "2026年将新增学位900个。", "确保辍学率控制在0.1%以内。"})
    void what_is_promised_is_no_result(String text) {
        assertEquals(List.of(), read(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025年以来，新建学校4所，招聘教师160名。",
                "全县现有幼儿园88所，其中公办园52所。",
                "已建成云教室12间，惠及学生3000人。",
                "2024年完成校舍改造6处，投入资金800万元。",
                "为薄弱学校补充了30名教师。"
            })
    void a_plan_that_looks_back_promises_nothing_by_it(String text) {
        assertEquals(List.of(), TargetGrammar.read(text, 2026));
        assertTrue(!read(text).isEmpty());
    }

    @Test
    void a_sentence_may_look_back_and_then_promise() {
        List<DraftTarget> targets = TargetGrammar.read("目前建成省级特色校8所，力争年底前再建成5所。", 2026);
        assertEquals(
                List.of(BigDecimal.valueOf(5)),
                targets.stream().map(DraftTarget::value).toList());
    }
}

package org.dudao.plan.reading.targets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.dudao.contracts.Comparator;
import org.dudao.contracts.Strength;
import org.dudao.plan.reading.targets.DraftTarget.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each row of the grammar on sentences of our own writing. */
class TargetGrammarTest {

    private static List<DraftTarget> read(String text) {
        return TargetGrammar.read(text, 2026);
    }

    private static DraftTarget one(String text) {
        List<DraftTarget> targets = read(text);
        assertEquals(1, targets.size(), () -> text + " → " + targets);
        return targets.getFirst();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "全县新建小学4所。|EQ|4|所",
                "选聘督学不少于30名。|GE|30|名",
                "建设示范图书室25间以上。|GE|25|间",
                "新增学位1.5万个。|EQ|15000|个",
                "全面建成三个教师研修中心。|EQ|3|个",
                "培训班主任不少于两百人。|GE|200|人",
                "每校配备保健员至少1名。|GE|1|名"
            })
    void counts(String text, Comparator comparator, BigDecimal value, String unit) {
        DraftTarget target = one(text);
        assertEquals(Kind.COUNT, target.kind());
        assertEquals(comparator, target.comparator());
        assertEquals(value, target.value());
        assertEquals(unit, target.unit());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "教室照明合格率达到98%以上。|GE|98",
                "辍学率控制在0.2%以内。|LE|0.2",
                "百分之九十的学校开设劳动基地。|EQ|90",
                "家长满意率保持90%以上。|GE|90",
                "新教师100%参加岗前培训。|EQ|100"
            })
    void shares(String text, Comparator comparator, BigDecimal value) {
        DraftTarget target = one(text);
        assertEquals(Kind.PERCENT, target.kind());
        assertEquals(comparator, target.comparator());
        assertEquals(value, target.value());
        assertEquals("%", target.unit());
    }

    @Test
    void a_range_has_a_lower_and_an_upper_bound() {
        DraftTarget target = one("创建星级食堂6-9个。");
        assertEquals(BigDecimal.valueOf(6), target.value());
        assertEquals(BigDecimal.valueOf(9), target.upper());
    }

    @Test
    void figures_told_apart_by_分别_share_quote_and_comparator() {
        List<DraftTarget> targets = read("小学、初中、高中体质健康优良率分别不低于60%、58%、55%。");
        assertEquals(
                List.of("60", "58", "55"),
                targets.stream().map(t -> String.valueOf(t.value())).toList());
        assertTrue(targets.stream().allMatch(t -> t.comparator() == Comparator.GE));
        assertEquals(1, targets.stream().map(DraftTarget::quote).distinct().count());
    }

    @Test
    void figures_joined_by_a_connector_are_quoted_apart() {
        List<DraftTarget> targets = read("新建幼儿园3所和乡镇寄宿学校2所。");
        assertEquals(
                List.of("新建幼儿园3所", "乡镇寄宿学校2所"),
                targets.stream().map(DraftTarget::quote).toList());
    }

    @Test
    void a_nested_figure_is_a_target_of_its_own() {
        List<DraftTarget> targets = read("招聘教师80名，其中特岗教师20名。");
        assertEquals(
                List.of("招聘教师80名", "其中特岗教师20名"),
                targets.stream().map(DraftTarget::quote).toList());
    }

    @Test
    void an_exception_in_brackets_is_a_target_of_its_own() {
        List<DraftTarget> targets = read("体育场地达标率达到85%以上（山区学校达到70%）。");
        assertEquals(
                List.of("85", "70"),
                targets.stream().map(t -> String.valueOf(t.value())).toList());
        assertEquals("山区学校达到70%", targets.getLast().quote());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"学生超重率比上年度下降2个百分点以上。|DOWN|2", "文件数量较上年度压减15%。|DOWN|15", "研训人次比上年度提高30%。|UP|30"})
    void changes_against_last_year(String text, Comparator comparator, BigDecimal value) {
        DraftTarget target = one(text);
        assertEquals(Kind.CHANGE, target.kind());
        assertEquals(comparator, target.comparator());
        assertEquals(value, target.value());
    }

    @Test
    void raised_to_a_level_is_no_change() {
        assertEquals(Comparator.GE, one("毛入学率提高到96%。").comparator());
    }

    @Test
    void a_ratio_has_no_value() {
        DraftTarget target = one("职普招生比保持45:55。");
        assertNull(target.value());
        assertEquals("比", target.unit());
    }

    @ParameterizedTest
    @ValueSource(strings = {"实现城乡学校结对全覆盖。", "所有中小学校均建立家长学校。", "新招聘教师全部参加跟岗学习。", "校车驾驶员一律持证上岗、参加培训并全部合格。"})
    void universals_without_a_figure_mean_every_unit(String text) {
        DraftTarget target = one(text);
        assertEquals(Kind.UNIVERSAL, target.kind());
        assertEquals(BigDecimal.valueOf(100), target.value());
        assertTrue(target.universal());
    }

    @ParameterizedTest
    @ValueSource(strings = {"确保考试招生零投诉。", "全县无重大食品安全事故。", "严禁挪用学生营养餐资金。", "幼儿园不得教授小学课程。"})
    void zero_commitments_are_broken_by_one_event(String text) {
        assertEquals(BigDecimal.ZERO, one(text).value());
    }

    @Test
    void a_breakthrough_from_zero_is_at_least_one() {
        DraftTarget target = one("力争实现国家级教学成果奖零的突破。");
        assertEquals(Comparator.GE, target.comparator());
        assertEquals(BigDecimal.ONE, target.value());
        assertEquals(Strength.AIM, target.strength());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "每学期开展应急疏散演练2次。|PER_TERM|2",
                "每两周一次教研活动。|PER_TWO_WEEKS|1",
                "每月召开一次调度会。|PER_MONTH|1",
                "每天阳光体育运动不少于2小时。|PER_DAY|2",
                "教研员每学年听课至少60节。|PER_YEAR|60",
                "每月通报食堂检查情况。|PER_MONTH|1"
            })
    void what_recurs(String text, Recurrence recurrence, BigDecimal value) {
        DraftTarget target = one(text);
        assertEquals(Kind.FREQUENCY, target.kind());
        assertEquals(recurrence, target.recurrence());
        assertEquals(value, target.value());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"确保完成校舍加固。|MUST", "争取6月底前完成校舍加固。|AIM", "9月底前探索建立学分银行。|TRY"})
    void strength(String text, Strength strength) {
        List<DraftTarget> targets = read(text);
        assertTrue(targets.stream().allMatch(t -> t.strength() == strength));
    }

    @Test
    void the_population_of_a_condition_is_no_target() {
        DraftTarget target = one("300人以上学校配备专职保健员2名。");
        assertEquals(BigDecimal.valueOf(2), target.value());
    }

    @Test
    void an_outcome_by_an_outer_body_needs_its_date() {
        DraftTarget target = one("11月底前通过省级复评。");
        assertEquals(Kind.MILESTONE, target.kind());
        assertEquals(Comparator.DONE, target.comparator());
        assertTrue(read("积极迎接省级复评。").isEmpty());
    }

    @Test
    void days_after_an_event_are_kept_as_days() {
        DraftTarget target = one("收到整改通知后10个工作日内上报方案。");
        assertEquals(Comparator.LE, target.comparator());
        assertEquals("工作日", target.unit());
        assertNull(target.due());
    }

    @Test
    void money_keeps_its_unit_and_area_is_multiplied_out() {
        List<DraftTarget> targets = read("投入资金1.3亿元，新增校舍2.4万平方米。");
        assertEquals("亿元", targets.getFirst().unit());
        assertEquals(new BigDecimal("1.3"), targets.getFirst().value());
        assertEquals(BigDecimal.valueOf(24000), targets.getLast().value());
        assertEquals(
                List.of(Kind.MONEY, Kind.AREA),
                targets.stream().map(DraftTarget::kind).toList());
    }

    @Test
    void a_rank_is_at_most() {
        DraftTarget target = one("综合考核进入全市前3名。");
        assertEquals(Kind.RANK, target.kind());
        assertEquals(Comparator.LE, target.comparator());
    }

    @Test
    void each_separately_named_project_of_a_date_is_a_target() {
        List<DraftTarget> targets = read("10月底前完成东岭小学、北滩中学宿舍楼建设任务。");
        assertEquals(2, targets.size());
        assertEquals(LocalDate.of(2026, 10, 31), targets.getFirst().due().on());
    }

    @Test
    void a_clause_that_only_says_when_dates_the_one_before() {
        DraftTarget target = one("新建公办幼儿园2所，确保秋季开学投入使用。");
        assertEquals(BigDecimal.TWO, target.value());
        assertEquals(LocalDate.of(2026, 9, 1), target.due().on());
    }

    @Test
    void a_limit_at_the_start_governs_the_sentence_but_全年_does_not() {
        assertTrue(read("6月底前，新建食堂5个，改造厕所8座。").stream()
                .allMatch(t -> LocalDate.of(2026, 6, 30).equals(t.due().on())));
        assertNull(read("全年培训校长60名，选派支教教师10名。").getLast().due());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "做“四有”好老师。",
                "落实“5+2”课后服务模式。",
                "抓好五项管理和三个课堂。",
                "开展第三届读书节筹备工作。",
                "现有学校60所、在校生4万人。",
                "2025年完成新建学校9所。",
                "目前全县共有示范园12所。",
                "做好2026年政府履职考核工作。",
                "进一步提升教育质量，不断增强群众获得感。",
                "建立24小时值班制度。",
                "适时召开现场推进会。",
                "关停一批、规范一批培训机构。",
                "充分发挥32个工作站的辐射带动作用。",
                "义务教育优质均衡指标达标率达到*%。"
            })
    void names_facts_and_exhortations_are_no_targets(String text) {
        assertEquals(List.of(), read(text));
    }

    @Test
    void a_quote_stands_in_the_text_where_it_says() {
        String text = "完善机制。年底前为30所学校更换课桌椅，强化管理。";
        DraftTarget target = one(text);
        assertEquals(target.quote(), text.substring(target.start(), target.end()));
        assertFalse(target.quote().contains("强化"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"分别达到1年", "年限1年", "新建1所、", "所有学校", "其中1%(", "百分之", "全覆盖", "第1名", "每月开展"})
    void no_text_can_make_the_reading_slow(String unit) {
        String endless = (unit.repeat(380 / unit.length()) + "，").repeat(50);
        assertTimeout(Duration.ofSeconds(10), () -> read(endless));
    }

    @Test
    void traditional_text_is_matched_as_simplified_and_quoted_as_written() {
        DraftTarget target = one("年底前新建優質幼兒園3個以上。");
        assertEquals("年底前新建優質幼兒園3個以上", target.quote());
        assertEquals("個", target.unit());
    }
}

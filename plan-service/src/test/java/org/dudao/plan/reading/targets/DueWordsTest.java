package org.dudao.plan.reading.targets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "年底前完成|2026-12-31|年底前",
                "年内通过|2026-12-31|年内",
                "全年培训|2026-12-31|全年",
                "3月底前完成|2026-03-31|3月底前",
                "5月召开|2026-05-31|5月",
                "2月份开展|2026-02-28|2月份",
                "十月底前建成|2026-10-31|十月底前",
                "6月15日前报送|2026-06-15|6月15日前",
                "2027年3月完成|2027-03-31|2027年3月",
                "秋季开学前投入使用|2026-09-01|秋季开学前",
                "秋季学期全部实行|2026-09-01|秋季学期",
                "春季学期举办|2026-07-15|春季学期",
                "上半年完成|2026-06-30|上半年",
                "第三季度完成|2026-09-30|第三季度",
                "年初部署|2026-03-31|年初",
                "用3年时间建成|2028-12-31|用3年时间",
                "2027年通过验收|2027-12-31|2027年",
                "到2026年底达到|2026-12-31|2026年底",
                "教师节前表彰|2026-09-10|教师节前",
                "暑假前完成|2026-07-15|暑假前"
            })
    void words_for_a_date(String text, LocalDate on, String words) {
        DueWords.Found found = DueWords.in(text, 2026).getFirst();
        assertEquals(on, found.due().on());
        assertEquals(words, found.due().words());
    }

    @Test
    void without_a_plan_year_the_words_are_kept_and_the_date_is_not_invented() {
        Due due = DueWords.in("年底前完成", null).getFirst().due();
        assertNull(due.on());
        assertEquals("年底前", due.words());
    }

    @Test
    void what_only_looks_like_a_date_is_none() {
        assertTrue(DueWords.in("寒暑假托管", 2026).isEmpty());
        assertTrue(DueWords.in("用时3个月以上", 2026).isEmpty());
        assertTrue(DueWords.in("2026年度先进个人", 2026).isEmpty());
    }
}
